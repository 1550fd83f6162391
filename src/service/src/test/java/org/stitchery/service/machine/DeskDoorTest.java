package org.stitchery.service.machine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.service.Eventually;
import org.stitchery.service.account.Role;
import org.stitchery.service.account.TestPeople;
import org.stitchery.service.platform.TestDatabase;

/** Who gets to a desk, and with how much. Asked over real HTTP at the service's own address. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class DeskDoorTest {

    private static final String TOKEN = "a-token-for-tests-1";
    private static final String OTHER_TOKEN = "a-token-for-tests-2";

    @Inject
    TestPeople people;

    @Inject
    MachinePark park;

    private final String desk = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final String otherDesk = desk + "-b";
    private final List<UUID> added = new ArrayList<>();

    @BeforeEach
    void twoMachinesThatAsk() {
        add(desk, "test-desk");
        add(otherDesk, "other-desk");
    }

    @AfterEach
    void takeThemOutOfService() {
        for (UUID machine : added) {
            park.service(
                    machine,
                    park.find(machine).orElseThrow().version(),
                    false,
                    people.some(Role.OWNER).actor());
        }
    }

    @Test
    void aMachineWithItsTokenIsToldThatThereIsNothingToDo() {
        Response answer = with(TOKEN).get(at("/next"));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.headers().asList())
                .noneMatch(header -> header.getName().equals("Set-Cookie"));
        assertThat(given().auth()
                        .preemptive()
                        .basic("anybody", TOKEN)
                        .get(at("/next"))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void whoeverHasNoTokenOrAWrongOneIsAskedForIt() {
        assertThat(given().get(at("/next")).statusCode()).isEqualTo(401);
        assertThat(with("wrong-token-of-some-length").get(at("/next")).statusCode())
                .isEqualTo(401);
        assertThat(with("wrong-token-of-some-length")
                        .body("{}")
                        .post(at("/events"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(given().get("/machine-desk/nobody/next").statusCode()).isEqualTo(401);
        assertThat(given().get("/machine-desk/").statusCode()).isEqualTo(401);
    }

    @Test
    void theTokenOfAnotherMachineOpensNothingHere() {
        assertThat(with(OTHER_TOKEN).get(at("/next")).statusCode()).isEqualTo(403);
        assertThat(with(OTHER_TOKEN).get("/machine-desk/nobody/next").statusCode())
                .isEqualTo(404);
        assertThat(with(OTHER_TOKEN).get("/machine-desk/" + otherDesk + "/next").statusCode())
                .isEqualTo(204);
    }

    @Test
    void anOwnersPasswordIsNoToken() {
        assertThat(given().auth()
                        .preemptive()
                        .basic(people.some(Role.OWNER).login(), TestPeople.PASSWORD)
                        .get(at("/next"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void moreThan64KibIsTooMuchAndExactlyThatIsNot() {
        assertThat(with(TOKEN).body(new byte[64 * 1024 + 1]).post(at("/events")).statusCode())
                .isEqualTo(413);
        assertThat(with(TOKEN).body(new byte[900_000]).post(at("/events")).statusCode())
                .isEqualTo(413);
        assertThat(with(TOKEN).body(new byte[64 * 1024]).post(at("/events")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void wordsThatAreNoneAreAnsweredAsSuch() {
        assertThat(with(TOKEN).get(at("/nowhere")).statusCode()).isEqualTo(404);
        assertThat(with(TOKEN).get(at("/../../api/machines")).statusCode()).isIn(401, 404);
        assertThat(with(TOKEN).post(at("/next")).statusCode()).isEqualTo(405);
        assertThat(with(TOKEN).get(at("/design?claim=x")).statusCode()).isEqualTo(410);
    }

    @Test
    void whoeverAsksTooOftenIsTold() throws IOException {
        assertThat(askedAtOnce(150)).contains("204", "429");
    }

    /** On lines of their own, all asked before the first answer is read: a desk answers about twenty a second on one. */
    private List<String> askedAtOnce(int times) throws IOException {
        byte[] question = ("GET " + at("/next") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + TOKEN
                        + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        List<Socket> lines = new ArrayList<>();
        List<String> statuses = new ArrayList<>();
        try {
            for (int i = 0; i < times; i++) {
                lines.add(new Socket("localhost", RestAssured.port));
            }
            for (Socket line : lines) {
                line.getOutputStream().write(question);
            }
            for (Socket line : lines) {
                String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                statuses.add(answer.split(" ", 3)[1]);
            }
        } finally {
            for (Socket line : lines) {
                line.close();
            }
        }
        return statuses;
    }

    @Test
    void aDeskThatIsTakenOutOfServiceTellsItsMachineToComeAgain() {
        UUID machine = added.get(0);
        park.service(
                machine,
                park.find(machine).orElseThrow().version(),
                false,
                people.some(Role.OWNER).actor());
        Eventually.until(
                "the desk is closed", () -> with(TOKEN).get(at("/next")).statusCode() == 503);
    }

    @Test
    void aDeskIsNoWayForLinesAndFilesAndNeedsItsToken() {
        UUID machine = add(desk + "-c", "no-such-secret", false);
        assertThat(Eventually.get(
                                "closed",
                                () -> park.find(machine).orElseThrow().status(),
                                status -> status.state() == MachineState.OFFLINE)
                        .detail())
                .contains("no secret");
        given().auth()
                .preemptive()
                .basic(people.some(Role.OWNER).login(), TestPeople.PASSWORD)
                .contentType("application/json")
                .body(Map.of(
                        "name",
                        desk + "-d",
                        "uri",
                        "desk:" + desk + "-d",
                        "driver",
                        "tape-reader",
                        "hoop",
                        Map.of("name", "200x200", "widthMm", 200, "heightMm", 200),
                        "heads",
                        1,
                        "needles",
                        6,
                        "stitchesPerMinute",
                        800))
                .post("/api/machines")
                .then()
                .statusCode(422)
                .body("detail", containsString("cannot work at such an address"));
    }

    private void add(String name, String secret) {
        add(name, secret, true);
    }

    private UUID add(String name, String secret, boolean opens) {
        MachineForm form = new MachineForm(
                name,
                "desk:" + name + "?secret=" + secret,
                "http-pull",
                Map.of(),
                new Hoop("200x200", 200, 200),
                1,
                9,
                List.of(),
                800);
        UUID machine = park.add(form, people.some(Role.OWNER).actor()).id();
        added.add(machine);
        if (opens) {
            Eventually.get(
                    name + " is idle",
                    () -> park.find(machine).orElseThrow().status(),
                    status -> status.state() == MachineState.IDLE);
        }
        return machine;
    }

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Bearer " + token);
    }

    private String at(String path) {
        return "/machine-desk/" + desk + path;
    }
}
