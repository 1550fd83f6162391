package org.stitchery.service.artwork;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.service.Eventually;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.DataPath;
import org.stitchery.service.platform.TestDatabase;

/** Drawings nobody should send: each is refused in a sentence with a way out, at both doors, and nothing stays behind. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class HostileDrawingTest {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10' width='50mm'>";
    private static final String SQUARE = "<rect width='9' height='9'/>";

    @Inject
    TestPeople people;

    @Inject
    EntityManager database;

    @Inject
    DataPath data;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // filled by Quarkus
    URI root;

    /** They go a moment after the answer. */
    @AfterEach
    void noFileStaysBehind() {
        Eventually.until("no upload stays behind", () -> uploads().isEmpty());
    }

    private List<String> uploads() {
        return List.of(Objects.requireNonNull(data.folder("uploads").toFile().list()));
    }

    static Stream<Arguments> drawings() {
        return Stream.of(
                drawing("empty", "", "E_EMPTY", "SVG file"),
                drawing("a shopping list", "eggs, milk, thread", "E_NOT_SVG", "Export the drawing as SVG"),
                drawing("a machine file that breaks off", "LA:BEE\rST:   1482\rCO:  4\r", "E_NOT_SVG", "Export"),
                drawing("a page", "<html><body/></html>", "E_NOT_SVG", "Export"),
                drawing("cut in the middle", OPEN + "<g>" + SQUARE, "E_XML_MALFORMED", "line 1"),
                drawing("nothing to sew", OPEN + "</svg>", "E_NO_STITCHABLE", ""),
                drawing(
                        "a file of the server",
                        "<!DOCTYPE svg [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>" + OPEN
                                + "<text>&secret;</text></svg>",
                        "E_XML_EXTERNAL_ENTITY",
                        ""),
                drawing("a billion laughs", laughs(), "E_XML_ENTITY_LIMIT", ""),
                drawing(
                        "a snake that eats its tail",
                        OPEN + "<g id='a'><use href='#a'/></g></svg>",
                        "E_REF_CYCLE",
                        "a"),
                drawing(
                        "nested a thousand deep",
                        OPEN + "<g>".repeat(1000) + "</g>".repeat(1000) + "</svg>",
                        "E_DEPTH_LIMIT",
                        ""),
                drawing(
                        "more elements than a hoop has room for",
                        OPEN + SQUARE.repeat(60_000) + "</svg>",
                        "E_ELEMENT_LIMIT",
                        ""),
                drawing("a thousand million copies", copies(), "E_USE_LIMIT", ""),
                drawing(
                        "numbers beyond numbers",
                        OPEN + "<path d='M0 0L1e300 1e300L5 9z'/></svg>",
                        "E_COORD_RANGE",
                        ""),
                Arguments.of("a compressed bomb", gzip(new byte[40 * 1024 * 1024]), "E_INFLATE_LIMIT", ""),
                Arguments.of("eleven megabytes", new byte[10 * 1024 * 1024 + 1], "E_FILE_TOO_LARGE", "10 MB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void theApiRefusesItWithCodePlaceAndWayOut(String name, byte[] drawing, String code, String words) {
        TestPeople.Someone someone = people.some(Role.CUSTOMER);
        Response answer = send(someone, name + ".svg", drawing);

        assertThat(answer.statusCode()).isIn(413, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.path("code").toString()).isEqualTo(code);
        assertThat(answer.path("detail").toString())
                .contains(words)
                .hasSizeGreaterThan(30)
                .endsWith(".");
        assertThat(proofsOf(someone)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void theFormRefusesItOnTheSamePage(String name, byte[] drawing, String code, String words) {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response answer = browser.request()
                .multiPart("form-token", browser.token())
                .multiPart("file", name + ".svg", drawing)
                .post("/artwork");

        assertThat(answer.statusCode()).isIn(413, 422);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString())
                .contains("data-test=\"upload-objection\"")
                .contains("data-code=\"" + code + "\"")
                .contains("data-test=\"upload-file\"");
        assertThat(proofsOf(browser.person())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../bee.svg", "<img src=x onerror=alert(1)>.svg", "\u202Egvs.eeb\u202C", "LONG"})
    void aHostileNameIsOnlyEverShownAsText(String sent) {
        String fileName = sent.equals("LONG") ? "b".repeat(3000) + ".svg" : sent;
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response answer = send(browser.person(), fileName, (OPEN + SQUARE + "</svg>").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        String title = answer.path("title");
        assertThat(title).hasSizeLessThanOrEqualTo(80).doesNotContain("/", "\u202E");
        String page = browser.get("/artwork/" + answer.path("id")).asString();
        assertThat(page).doesNotContain("<img src=x", "\u202E", "b".repeat(81));
        Response saved = browser.get("/artwork/" + answer.path("id") + "/original");
        assertThat(saved.header("Content-Disposition"))
                .startsWith("attachment; filename=\"")
                .doesNotContain("<", "/");
        assertThat(saved.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void aGoodDrawingAfterAllTheseIsStillRead() {
        Response answer = send(
                people.some(Role.CUSTOMER), "good.svg", (OPEN + SQUARE + "</svg>").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.path("state").toString()).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/artwork", "/artwork"})
    void aBodyTwiceTheLimitIsReadToItsEndAndRefusedInASentence(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(root.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[21 * 1024 * 1024]))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("E_FILE_TOO_LARGE", "larger than 10 MB");
        assertThat(answer.body().contains("href=\"/upload\"")).isEqualTo(path.equals("/artwork"));
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private static Response send(TestPeople.Someone someone, String fileName, byte[] drawing) {
        return given().auth()
                .preemptive()
                .basic(someone.login(), TestPeople.PASSWORD)
                .multiPart("file", fileName, drawing)
                .post("/api/artwork");
    }

    private long proofsOf(TestPeople.Someone someone) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) from proof where account_id = ?1")
                                .setParameter(1, someone.id())
                                .getSingleResult())
                        .longValue());
    }

    private static Arguments drawing(String name, String svg, String code, String words) {
        return Arguments.of(name, svg.getBytes(StandardCharsets.UTF_8), code, words);
    }

    private static String laughs() {
        StringBuilder text = new StringBuilder("<!DOCTYPE svg [<!ENTITY l0 'ha'>");
        for (int i = 1; i < 12; i++) {
            text.append("<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>");
        }
        return text + "]>" + OPEN + "<text>&l11;</text></svg>";
    }

    private static String copies() {
        StringBuilder text = new StringBuilder(OPEN + "<defs><g id='c0'>" + SQUARE + "</g>");
        for (int i = 1; i < 10; i++) {
            text.append("<g id='c" + i + "'>" + ("<use href='#c" + (i - 1) + "'/>").repeat(10) + "</g>");
        }
        return text + "</defs><use href='#c9'/></svg>";
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
