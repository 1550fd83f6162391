package org.stitchery.acceptance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workshop that works through the API: a customer who orders, an operator at the machines. */
final class Workshop {

    private static final Pattern PASSWORD = Pattern.compile("data-test=\"demo-password\"[^>]*>([^<]+)<");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningService service;
    private final String password;

    Workshop(RunningService service) {
        this.service = service;
        Matcher shown = PASSWORD.matcher(given().get(service.url("/login")).asString());
        if (!shown.find()) {
            throw new IllegalStateException("The login page shows no demo password");
        }
        this.password = shown.group(1).strip();
    }

    /** A run as the API tells of it. */
    record Run(String id, int version, String state, String machineId, String label, List<String> allowed) {

        boolean may(String action) {
            return allowed.contains(action);
        }
    }

    /** Brings a drawing, approves its proof and orders. */
    void order(Path drawing, int widthMm, int garments) {
        String artwork = as("customer")
                .multiPart("file", drawing.toFile())
                .post(service.url("/api/artwork"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String proof = as("customer")
                .contentType(ContentType.JSON)
                .body(Map.of("widthMm", widthMm))
                .post(service.url("/api/artwork/" + artwork + "/proofs"))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        String design = await("stitches of " + drawing)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> as("customer")
                                .get(service.url("/api/proofs/" + proof))
                                .<String>path("designSha256"),
                        Objects::nonNull);
        as("customer")
                .contentType(ContentType.JSON)
                .body(Map.of("proofId", proof, "design", design, "quantity", garments))
                .post(service.url("/api/orders"))
                .then()
                .statusCode(201);
    }

    /** Ids of the machines, sorted by their names. */
    List<String> machines() {
        return as("operator").get(service.url("/api/machines")).jsonPath().getList("id");
    }

    String machineState(String machineId) {
        return as("operator").get(service.url("/api/machines/" + machineId)).path("status.state");
    }

    /** Runs at a machine: the one under way first, then those that wait; suspect ones too. */
    List<Run> runsAt(String machineId) {
        Map<String, Object> queue = as("operator")
                .get(service.url("/api/queues/" + machineId))
                .jsonPath()
                .getMap("$");
        List<Run> runs = new ArrayList<>();
        if (queue.get("current") instanceof Map<?, ?> current) {
            runs.add(run(current));
        }
        for (String part : List.of("suspects", "waiting")) {
            for (Object each : of(queue, part, List.class)) {
                runs.add(run((Map<?, ?>) each));
            }
        }
        return runs;
    }

    Run run(String id) {
        return run(as("operator").get(service.url("/api/runs/" + id)).jsonPath().getMap("$"));
    }

    /** The run that may be started at a machine; waits until its line is open and there is one. */
    Run startable(String machineId) {
        return await("a run to start at " + machineId)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> List.of("IDLE", "RESERVED").contains(machineState(machineId))
                                ? runsAt(machineId).stream()
                                        .filter(run -> run.may("hooped-and-start") || run.may("start"))
                                        .findFirst()
                                        .orElse(null)
                                : null,
                        Objects::nonNull);
    }

    /** Hoops the garment where that is still to be done, and starts. */
    Response start(Run run) {
        return run.may("hooped-and-start")
                ? act(
                        run,
                        "hooped-and-start",
                        Map.of("garmentTag", "tag " + run.id().substring(0, 8)))
                : act(run, "start", Map.of());
    }

    /** Does something with the run as it was seen. */
    Response act(Run run, String action, Map<String, Object> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("version", run.version());
        return as("operator")
                .contentType(ContentType.JSON)
                .body(wish)
                .post(service.url("/api/runs/" + run.id() + "/" + action));
    }

    /** Waits until the run is in that state. */
    Run awaitState(String id, String state, Duration limit) {
        return await("run " + id + " is " + state)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(id), run -> run.state().equals(state));
    }

    private static Run run(Map<?, ?> json) {
        Object label = json.get("attemptLabel");
        return new Run(
                of(json, "runId", String.class),
                of(json, "version", Integer.class),
                of(json, "state", String.class),
                of(json, "machineId", String.class),
                label == null ? "" : label.toString(),
                ((List<?>) of(json, "allowedActions", List.class))
                        .stream().map(String::valueOf).toList());
    }

    private static <T> T of(Map<?, ?> json, String field, Class<T> type) {
        return type.cast(Objects.requireNonNull(json.get(field), field));
    }

    private RequestSpecification as(String login) {
        return given().auth().preemptive().basic(login, password);
    }
}
