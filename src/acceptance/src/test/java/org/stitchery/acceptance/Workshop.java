package org.stitchery.acceptance;

import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A workshop that works through the API: a customer who orders, an operator at the machines. */
final class Workshop {

    private static final Pattern PASSWORD = Pattern.compile("data-test=\"demo-password\"[^>]*>([^<]+)<");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BOUNDARY = "thread-and-needle";

    private final RunningService service;
    private final String password;

    Workshop(RunningService service) {
        this.service = service;
        Matcher shown = PASSWORD.matcher(
                send(HttpRequest.newBuilder(URI.create(service.url("/login")))).body());
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
    void order(Path drawing, int widthMm, int garments) throws IOException {
        String artwork = text(created(upload(drawing)), "id");
        JsonObject proof = created(post("customer", "/api/artwork/" + artwork + "/proofs", Map.of("widthMm", widthMm)));
        String ticket = "/api/proofs/" + text(proof, "id");
        JsonObject ready = await("stitches of " + drawing)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("customer", ticket).getAsJsonObject(), now -> has(now, "designSha256"));
        created(post(
                "customer",
                "/api/orders",
                Map.of("proofId", text(ready, "id"), "design", text(ready, "designSha256"), "quantity", garments)));
    }

    /** Ids of the machines, sorted by their names. */
    List<String> machines() {
        return StreamSupport.stream(
                        get("operator", "/api/machines").getAsJsonArray().spliterator(), false)
                .map(machine -> text(machine.getAsJsonObject(), "id"))
                .toList();
    }

    /** The id of the machine with that name. */
    String machineCalled(String name) {
        return StreamSupport.stream(
                        get("operator", "/api/machines").getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(machine -> text(machine, "name").equals(name))
                .map(machine -> text(machine, "id"))
                .findFirst()
                .orElseThrow();
    }

    String machineState(String machineId) {
        return text(
                get("operator", "/api/machines/" + machineId).getAsJsonObject().getAsJsonObject("status"), "state");
    }

    /** The operator puts the first needle's thread on the second and the other way round. */
    void swapThreads(String machineId) {
        JsonObject machine = get("operator", "/api/machines/" + machineId).getAsJsonObject();
        JsonArray threads = machine.getAsJsonArray("needleThreads");
        JsonObject first = threads.get(0).getAsJsonObject();
        JsonObject second = threads.get(1).getAsJsonObject();
        JsonElement thread = first.get("thread");
        first.add("thread", second.get("thread"));
        second.add("thread", thread);
        JsonObject threading = new JsonObject();
        threading.add("needleThreads", threads);
        threading.add("version", machine.get("version"));
        HttpResponse<String> answer = send(as("operator", "/api/machines/" + machineId + "/threads")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(threading.toString())));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Threads: " + answer.statusCode() + " " + answer.body());
        }
    }

    /** Runs at a machine: the one under way first, then suspect ones, then those that wait. */
    List<Run> runsAt(String machineId) {
        JsonObject queue = get("operator", "/api/queues/" + machineId).getAsJsonObject();
        List<Run> runs = new ArrayList<>();
        if (has(queue, "current")) {
            runs.add(run(queue.getAsJsonObject("current")));
        }
        for (String part : List.of("suspects", "waiting")) {
            JsonArray each = queue.getAsJsonArray(part);
            each.forEach(run -> runs.add(run(run.getAsJsonObject())));
        }
        return runs;
    }

    Run run(String id) {
        return run(get("operator", "/api/runs/" + id).getAsJsonObject());
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

    /** Hoops the garment where that is still to be done, and starts; answers with the status. */
    int start(Run run) {
        return run.may("hooped-and-start")
                ? act(
                        run,
                        "hooped-and-start",
                        Map.of("garmentTag", "tag " + run.id().substring(0, 8)))
                : act(run, "start", Map.of());
    }

    /** Does something with the run as it was seen; answers with the status. */
    int act(Run run, String action, Map<String, Object> more) {
        JsonObject wish = json(more);
        wish.addProperty("version", run.version());
        return post("operator", "/api/runs/" + run.id() + "/" + action, wish).statusCode();
    }

    /** Waits until the run is in that state. */
    Run awaitState(String id, String state, Duration limit) {
        return await("run " + id + " is " + state)
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> run(id), run -> run.state().equals(state));
    }

    /** Ids of the drivers at hand. */
    List<String> drivers() {
        return StreamSupport.stream(
                        get("operator", "/api/drivers").getAsJsonArray().spliterator(), false)
                .map(driver -> text(driver.getAsJsonObject().getAsJsonObject("description"), "id"))
                .toList();
    }

    /** What would allow the JAR of that name, as the owner is told; empty when it is not refused for that. */
    String lineThatWouldAllow(String file) {
        return StreamSupport.stream(
                        get("owner", "/api/drivers/refused").getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(refused -> text(refused, "file").equals(file) && has(refused, "lineToAdd"))
                .map(refused -> text(refused, "lineToAdd"))
                .findFirst()
                .orElse("");
    }

    /** Gives a machine another driver, with its usual settings; everything else stays. */
    void setDriver(String machineId, String driver) {
        JsonObject seen = get("owner", "/api/machines/" + machineId).getAsJsonObject();
        JsonObject wish = new JsonObject();
        for (String same :
                List.of("name", "uri", "hoop", "heads", "needles", "needleThreads", "stitchesPerMinute", "version")) {
            wish.add(same, seen.get(same));
        }
        wish.addProperty("driver", driver);
        wish.add("settings", new JsonObject());
        HttpResponse<String> answer = send(as("owner", "/api/machines/" + machineId)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(wish.toString())));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static Run run(JsonObject json) {
        return new Run(
                text(json, "runId"),
                json.get("version").getAsInt(),
                text(json, "state"),
                has(json, "machineId") ? text(json, "machineId") : "",
                has(json, "attemptLabel") ? text(json, "attemptLabel") : "",
                StreamSupport.stream(json.getAsJsonArray("allowedActions").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList());
    }

    private HttpResponse<String> upload(Path drawing) throws IOException {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + drawing.getFileName() + "\"\r\nContent-Type: image/svg+xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Files.readAllBytes(drawing));
        form.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(as("customer", "/api/artwork")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(form.toByteArray())));
    }

    private JsonElement get(String login, String path) {
        HttpResponse<String> answer = send(as(login, path));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body());
    }

    private HttpResponse<String> post(String login, String path, Map<String, ?> body) {
        return post(login, path, json(body));
    }

    private HttpResponse<String> post(String login, String path, JsonObject body) {
        return send(as(login, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder as(String login, String path) {
        String both = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(service.url(path))).header("Authorization", "Basic " + both);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HttpClient.newHttpClient().send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject created(HttpResponse<String> answer) {
        if (answer.statusCode() != 201 && answer.statusCode() != 202) {
            throw new IllegalStateException(answer.request().uri() + ": " + answer.statusCode() + " " + answer.body());
        }
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    private static JsonObject json(Map<String, ?> fields) {
        JsonObject json = new JsonObject();
        fields.forEach((name, value) -> {
            if (value instanceof Number number) {
                json.addProperty(name, number);
            } else {
                json.addProperty(name, String.valueOf(value));
            }
        });
        return json;
    }

    private static boolean has(JsonObject json, String field) {
        return json.has(field) && !json.get(field).isJsonNull();
    }

    private static String text(JsonObject json, String field) {
        return json.get(field).getAsString();
    }
}
