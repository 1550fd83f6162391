package org.stitchery.service.production;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stitchery.service.production.TestShop.PAUL;
import static org.stitchery.service.production.TestShop.ROSA;
import static org.stitchery.service.production.TestShop.penetrations;
import static org.stitchery.service.production.TestShop.zigzag;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.service.Eventually;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.TestDatabase;

/** A machine that comes and asks over HTTP, from a released order to a sewn garment. */
@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class PullTest {

    @Inject
    TestShop shop;

    @Inject
    ProductionFloor floor;

    @Inject
    FloorRules rules;

    private final StitchPattern design = zigzag(600);
    private String desk = "";
    private UUID run = UUID.randomUUID();
    private MachineView machine;

    @BeforeEach
    void aRunForAMachineThatAsks() {
        desk = "pull-" + UUID.randomUUID().toString().substring(0, 8);
        machine = shop.desk(desk);
        shop.awaitIdle(machine.id());
        run = shop.runs(shop.release(design, 1)).get(0);
        RunView now = floor.run(run).orElseThrow();
        if (now.state() == RunState.ASSIGNED && !machine.id().equals(now.machineId())) {
            floor.unassign(RunRef.of(run), PAUL);
        }
        if (floor.run(run).orElseThrow().state() == RunState.WAITING) {
            floor.assign(RunRef.of(run), machine.id(), PAUL);
        }
    }

    @AfterEach
    void theRulesOfTheFloorHold() {
        assertThat(rules.broken()).isEmpty();
        shop.close(machine.id());
    }

    @Test
    void itIsOfferedNothingBeforeAPersonStartsAndSewsExactlyTheDesignAfterwards() throws Exception {
        assertThat(ask().get(at("/next")).statusCode()).isEqualTo(204);
        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        JsonPath offer = offer();

        byte[] content = fetch(offer);
        StitchPattern got =
                Formats.read(content, "design.dst", ReadOptions.cooked()).pattern();
        assertThat(penetrations(got)).isEqualTo(penetrations(design));
        assertThat(say("/taken", offer, content, Map.of()).asString()).isEqualTo("go\n");
        await(RunState.SENDING);

        say("/events", offer, content, Map.of("event", "sewing"));
        say("/events", offer, content, Map.of("event", "thread-break", "stitches", 211));
        assertThat(await(RunState.PAUSED).holdReason()).isNotBlank();
        say("/events", offer, content, Map.of("event", "sewing", "stitches", 198));
        await(RunState.SENDING);
        say("/events", offer, content, Map.of("event", "thread-break", "stitches", 400));
        await(RunState.PAUSED);
        assertThat(say("/events", offer, content, Map.of("event", "done", "stitches", 600))
                        .statusCode())
                .isEqualTo(200);

        assertThat(await(RunState.DONE).stitchesOnTheWire()).isEqualTo(600);
        assertThat(ask().get(at("/next")).statusCode()).isEqualTo(204);
        assertThat(ask().get(at("/design?claim=" + offer.getString("claim"))).statusCode())
                .isEqualTo(410);
    }

    @Test
    void anAgentThatLostItsMemoryGetsNothingAndAPersonIsAsked() throws Exception {
        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        JsonPath offer = offer();
        byte[] content = fetch(offer);
        assertThat(ask().get(at("/next")).statusCode()).isEqualTo(204);

        floor.abort(RunRef.of(run), ROSA);

        RunView suspect = await(RunState.SUSPECT);
        assertThat(suspect.allowedActions()).containsExactly("resolve");
        assertThat(say("/taken", offer, content, Map.of()).statusCode()).isEqualTo(410);
        floor.resolveSuspect(RunRef.of(run), new SuspectDecision.Complete(), "It was sewn", PAUL);
    }

    @Test
    void nobodyAsksAndTheGarmentStaysAsItWas() {
        floor.hoopedAndStart(RunRef.of(run), "shirt-1", ROSA);
        await(RunState.INTENT);
        floor.abort(RunRef.of(run), ROSA);
        assertThat(Eventually.get(
                                "called off",
                                () -> floor.run(run).orElseThrow(),
                                view -> view.state() != RunState.INTENT)
                        .state())
                .isNotEqualTo(RunState.SUSPECT);
    }

    private JsonPath offer() {
        Response answer = Eventually.get("an offer", () -> ask().get(at("/next")), found -> found.statusCode() == 200);
        return answer.jsonPath();
    }

    private byte[] fetch(JsonPath offer) throws Exception {
        Response answer = ask().get(at("/design?claim=" + offer.getString("claim")));
        assertThat(answer.statusCode()).isEqualTo(200);
        byte[] content = answer.asByteArray();
        assertThat(content).hasSize(offer.getInt("bytes"));
        assertThat(sha256(content)).isEqualTo(offer.getString("sha256"));
        assertThat(answer.header("ETag")).isEqualTo("\"" + offer.getString("sha256") + "\"");
        return content;
    }

    private Response say(String path, JsonPath offer, byte[] content, Map<String, Object> more) throws Exception {
        Map<String, Object> body = new TreeMap<>(more);
        body.put("claim", offer.getString("claim"));
        body.put("label", offer.getString("label"));
        body.put("sha256", sha256(content));
        return ask().contentType("application/json").body(body).post(at(path));
    }

    private RunView await(RunState state) {
        return Eventually.get("run is " + state, () -> floor.run(run).orElseThrow(), view -> view.state() == state);
    }

    private static RequestSpecification ask() {
        return given().header("Authorization", "Bearer a-token-for-tests-1");
    }

    private String at(String path) {
        return "/machine-desk/" + desk + path;
    }

    private static String sha256(byte[] content) throws Exception {
        return String.format(
                "%064x", new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(content)));
    }
}
