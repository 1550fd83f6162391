package org.stitchery.service.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.service.Eventually;
import org.stitchery.service.account.Browser;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.artwork.ProofDesk;
import org.stitchery.service.artwork.ProofState;
import org.stitchery.service.artwork.ProofView;
import org.stitchery.service.artwork.Proofs;
import org.stitchery.service.platform.TestDatabase;

/** Words beside a drawing, advice taken, and a list of names: from the form to the order. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WordsTest {

    private static final byte[] SQUARE = ("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40' width='40mm'>"
                    + "<rect x='5' y='5' width='30' height='30' fill='#c8102e'/></svg>")
            .getBytes(StandardCharsets.UTF_8);

    @Inject
    TestPeople people;

    @Inject
    ProofDesk desk;

    @Inject
    Proofs proofs;

    @Inject
    OrderDesk orders;

    private static String brought(Browser browser) {
        Response answer = browser.request()
                .multiPart("form-token", browser.token())
                .multiPart("file", "square.svg", SQUARE, "image/svg+xml")
                .post("/artwork");
        assertThat(answer.statusCode()).isEqualTo(303);
        return path(answer);
    }

    private static String path(Response answer) {
        return answer.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static Response asked(Browser browser, String artwork, Map<String, String> words) {
        return browser.form()
                .formParam("width", "30")
                .formParam("fabric", "twill")
                .formParams(words)
                .post(artwork + "/proof");
    }

    private ProofView made(UUID proof, Browser browser) {
        Eventually.until(
                "stitches are made",
                () -> !desk.find(proof, browser.person().actor()).orElseThrow().isUnderWay());
        ProofView made = desk.find(proof, browser.person().actor()).orElseThrow();
        assertThat(made.state()).as(String.valueOf(made.failure())).isEqualTo(ProofState.PROOF_READY);
        return made;
    }

    @Test
    void wordsAreSewnWithTheDrawingAndTheSameWordsGiveTheSameDesign() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String artwork = brought(browser);
        Map<String, String> words = Map.of("words", "Zoë & Søren", "face", "script", "letter-height", "18");
        Response first = asked(browser, artwork, words);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(303);
        ProofView one = made(id(path(first)), browser);
        ProofView two = made(id(path(asked(browser, artwork, words))), browser);

        assertThat(one.title()).isEqualTo("square · Zoë & Søren");
        assertThat(one.designSha256()).isEqualTo(two.designSha256());
        String page = browser.get("/proofs/" + one.id()).asString();
        assertThat(page).contains("With the words “Zoë &amp; Søren”");
        assertThat(browser.get(artwork + "?like=" + one.id()).asString())
                .contains("Zoë &amp; Søren</textarea>")
                .contains("value=\"script\" checked");
    }

    @Test
    void adviceIsShownWithABeforeAndAnAfterAndAcceptingItMakesANewProof() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String artwork = brought(browser);
        ProofView small =
                made(id(path(asked(browser, artwork, Map.of("words", "Anna", "letter-height", "4")))), browser);
        String page = browser.get("/proofs/" + small.id()).asString();

        assertThat(page)
                .contains("data-code=\"TEXT_TOO_SMALL\"")
                .contains("As it is")
                .contains("With the change")
                .contains("/proofs/" + small.id() + "/advice/1/accept");
        String after = page.replaceAll("(?s).*data-test=\"offer-after\".*", "");
        String mended =
                page.replaceAll("(?s).*src=\"(/designs/[0-9a-f]{64}/small.png)\" alt=\"[^\"]* with the.*", "$1");
        assertThat(after).doesNotContain("offer-after");
        assertThat(browser.get(mended).statusCode()).isEqualTo(200);
        assertThat(people.browserOf(Role.CUSTOMER).get(mended).statusCode()).isEqualTo(404);

        Response accepted = browser.form().post("/proofs/" + small.id() + "/advice/1/accept");
        assertThat(accepted.statusCode()).isEqualTo(303);
        ProofView larger = made(id(path(accepted)), browser);
        assertThat(larger.id()).isNotEqualTo(small.id());
        assertThat("/designs/" + larger.designSha256() + "/small.png").isEqualTo(mended);
        assertThat(desk.advice(larger.id(), browser.person().actor())).isEmpty();
        assertThat(browser.form()
                        .post("/proofs/" + small.id() + "/advice/9/accept")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsReadAdviceAndAcceptItTooAndNobodyElseMay() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String artwork = brought(browser);
        Response asked = ForeignIdsTest.api(browser.person())
                .contentType("application/json")
                .body(Map.of("widthMm", 30, "cloth", "red", "words", Map.of("words", "Anna", "color", "#9d2f2c")))
                .post("/api" + artwork + "/proofs");
        assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(202);
        ProofView proof = made(UUID.fromString(asked.path("id")), browser);
        String advice = "/api/proofs/" + proof.id() + "/advice";
        Response told = ForeignIdsTest.api(browser.person()).get(advice);
        TestPeople.Someone eve = people.some(Role.CUSTOMER);

        assertThat(told.jsonPath().getList("finding.code", String.class)).contains("LOW_CONTRAST");
        assertThat(told.jsonPath().getString("[0].mend.kind")).isEqualTo("OTHER_THREADS");
        assertThat(ForeignIdsTest.api(eve).get(advice).statusCode()).isEqualTo(404);
        assertThat(ForeignIdsTest.api(eve).post(advice + "/1/accept").statusCode())
                .isEqualTo(404);
        Response accepted = ForeignIdsTest.api(browser.person()).post(advice + "/1/accept");
        assertThat(accepted.statusCode()).isEqualTo(202);
        ProofView mended = made(UUID.fromString(accepted.path("id")), browser);
        assertThat(desk.advice(mended.id(), browser.person().actor()))
                .noneMatch(one -> one.finding().code().equals("LOW_CONTRAST"));
    }

    @Test
    void aListOfNamesIsAProofForEachAndOneOrderForAll() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        String artwork = brought(browser);
        Response asked = asked(browser, artwork, Map.of("kind", "names", "words", "Ann\n\nBea \nChristopher"));
        assertThat(path(asked)).startsWith("/names/");
        UUID list = id(path(asked));
        List<ProofView> names = proofs.ofNames(list, browser.person().actor());
        assertThat(names)
                .extracting(ProofView::title)
                .containsExactly("square · Ann", "square · Bea", "square · Christopher");
        assertThat(names)
                .extracting(proof -> proof.choices().hoop())
                .containsOnly(names.get(0).choices().hoop());
        names.forEach(proof -> made(proof.id(), browser));

        Browser eve = people.browserOf(Role.CUSTOMER);
        assertThat(eve.get("/names/" + list).statusCode()).isEqualTo(404);
        assertThat(eve.form().post("/names/" + list + "/order").statusCode()).isEqualTo(404);
        assertThat(browser.get("/names/" + list).asString())
                .contains("Approve all and order")
                .contains("Christopher");
        List<String> designs = proofs.ofNames(list, browser.person().actor()).stream()
                .map(ProofView::designSha256)
                .toList();
        assertThat(browser.form()
                        .formParam("design", designs.subList(0, 2))
                        .formParam("order-key", "k0")
                        .post("/names/" + list + "/order")
                        .statusCode())
                .isEqualTo(409);
        for (int i = 0; i < 2; i++) {
            Response ordered = browser.form()
                    .formParam("design", designs)
                    .formParam("order-key", "k")
                    .post("/names/" + list + "/order");
            assertThat(ordered.statusCode()).as(ordered.asString()).isEqualTo(303);
        }
        assertThat(orders.list(browser.person().actor())).singleElement().satisfies(order -> {
            assertThat(order.lines()).hasSize(3).allMatch(line -> line.quantity() == 1);
            assertThat(order.totalCents())
                    .isEqualTo(order.lines().stream()
                            .mapToLong(line -> line.price().totalCents())
                            .sum());
            assertThat(browser.get("/orders/" + order.id()).asString()).contains("square · Christopher");
        });
        assertThat(browser.get("/orders").asString()).contains("and 2 more");
    }

    /** Letters of three names that are too low: one is changed alone, then all are. */
    @Test
    void adviceTakenOnANameStaysOnItsListForThatNameOrForAll() {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Response asked = asked(
                browser,
                brought(browser),
                Map.of("kind", "names", "words", "Ann\nBea\nCleo", "letter-height", "4", "face", "block"));
        UUID list = id(path(asked));
        List<ProofView> before = proofs.ofNames(list, browser.person().actor());
        before.forEach(proof -> made(proof.id(), browser));
        assertThat(browser.get("/proofs/" + before.get(1).id()).asString())
                .contains("Change this name like this")
                .contains("Change all names of the list");

        Response one = browser.form().post("/proofs/" + before.get(1).id() + "/advice/1/accept");
        assertThat(one.statusCode()).isEqualTo(303);
        assertThat(path(one)).isEqualTo("/names/" + list);
        List<ProofView> changed = proofs.ofNames(list, browser.person().actor());
        assertThat(changed).extracting(ProofView::title).isEqualTo(titles(before));
        assertThat(changed.get(0).id()).isEqualTo(before.get(0).id());
        assertThat(changed.get(1).id()).isNotEqualTo(before.get(1).id());
        assertThat(heights(changed).get(1)).isGreaterThan(5);
        made(changed.get(1).id(), browser);
        assertThat(desk.find(before.get(1).id(), browser.person().actor()))
                .hasValueSatisfying(old -> assertThat(old.nameList()).isNull());

        Response all = browser.form()
                .formParam("others", "true")
                .post("/proofs/" + before.get(0).id() + "/advice/1/accept");
        assertThat(path(all)).isEqualTo("/names/" + list);
        List<ProofView> alike = proofs.ofNames(list, browser.person().actor());
        assertThat(alike).extracting(ProofView::title).isEqualTo(titles(before));
        assertThat(heights(alike)).allMatch(height -> height > 5);
        assertThat(alike.get(1).id())
                .as("large enough already")
                .isEqualTo(changed.get(1).id());
        alike.forEach(proof -> made(proof.id(), browser));

        Response ordered = browser.form()
                .formParam(
                        "design",
                        proofs.ofNames(list, browser.person().actor()).stream()
                                .map(ProofView::designSha256)
                                .toList())
                .formParam("order-key", "k")
                .post("/names/" + list + "/order");
        assertThat(ordered.statusCode()).as(ordered.asString()).isEqualTo(303);
    }

    private static List<String> titles(List<ProofView> names) {
        return names.stream().map(ProofView::title).toList();
    }

    private static List<Double> heights(List<ProofView> names) {
        return names.stream()
                .map(name -> Objects.requireNonNull(name.choices().words()).heightMm())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "words=Anna;face=comic, Choose one of the typefaces",
        "words=Anna;letter-height=900, Letters can be from",
        "words=AB;kind=monogram, three letters",
        "words=Anna;color=red, Write a colour",
        "words=Anna;line=wavy, not on the list",
        "words=Anna;cloth=plaid, colours of cloth"
    })
    void wordsThatCannotBeAreRefusedInASentenceAndTheFormKeepsThem(String fields, String sentence) {
        Browser browser = people.browserOf(Role.CUSTOMER);
        Map<String, String> sent = new java.util.HashMap<>();
        for (String field : fields.split(";")) {
            sent.put(field.split("=")[0], field.split("=")[1]);
        }
        Response answer = asked(browser, brought(browser), sent);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.asString()).contains(sentence).contains(sent.get("words") + "</textarea>");
    }

    @Test
    void aTypefaceCanBeLookedAt() {
        Browser browser = Browser.anonymous();

        assertThat(browser.get("/typefaces/script.png").contentType()).isEqualTo("image/png");
        assertThat(browser.get("/typefaces/comic.png").statusCode()).isEqualTo(404);
    }
}
