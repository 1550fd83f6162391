package org.stitchery.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The packaged service in its demo, as the README starts it: its own PostgreSQL and two simulated machines as processes
 * of their own, all in one data folder. Can be killed without warning and started again on the same folder.
 */
final class RunningService implements AutoCloseable {

    /** A start on a used folder took 13 s beside one build, a first start 244 s beside ten. */
    private static final Duration START_LIMIT = Duration.ofMinutes(5);

    /** What costs a start much and is asked of one test only: pictures of all patterns, passwords that are slow to try. */
    private static final Map<String, String> WITHOUT_FRILLS =
            Map.of("STITCHERY_PATTERNS_FILL_AT_START", "false", "STITCHERY_ACCOUNT_BCRYPT_COST", "4");

    /** Status of a process that ended at a crash point. */
    private static final int CRASHED = 86;

    private final Path data;
    private final int port = freePort();
    private final int managementPort = freePort();
    private final Map<String, String> environment;
    private @Nullable Process process;

    private RunningService(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
    }

    /**
     * Starts a service on an empty or used data folder and waits until it is ready.
     *
     * @param environment added to this process's own, for example {@code STITCHERY_DEMO_SPEED_UP}; over what is left
     *     out of a start otherwise
     */
    static RunningService start(Path data, Map<String, String> environment) {
        return start(data, environment, Map.of());
    }

    /** The same with more in its environment this first time. */
    static RunningService start(Path data, Map<String, String> environment, Map<String, String> more) {
        RunningService service = new RunningService(data, environment);
        try {
            service.startAgain(more);
            return service;
        } catch (RuntimeException | Error e) {
            service.close();
            throw e;
        }
    }

    /** Starts it once more on the same data folder and ports, after {@link #kill()}. */
    void startAgain() {
        startAgain(Map.of());
    }

    /** The same with more in its environment this time. */
    void startAgain(Map<String, String> more) {
        Process started = launch(more);
        await("service ready, see " + data.resolve("service.log"))
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!started.isAlive()) {
                        throw new IllegalStateException(
                                "The service ended with " + started.exitValue() + ":\n" + log());
                    }
                    return isReady();
                });
    }

    /** Starts it once more with a crash point in it that it reaches by itself. */
    void startAndDie(String crashPoint) {
        launch(armed(crashPoint));
        awaitDeathAtCrashPoint();
    }

    /** The environment that arms a crash point. */
    static Map<String, String> armed(String crashPoint) {
        return Map.of("STITCHERY_CRASH_AT", crashPoint);
    }

    /** Waits until it has ended at its crash point, and nowhere else. */
    void awaitDeathAtCrashPoint() {
        Process dying = running();
        await("end at the crash point, see " + data.resolve("service.log"))
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !dying.isAlive());
        if (dying.exitValue() != CRASHED) {
            throw new IllegalStateException("The service ended with " + dying.exitValue() + ":\n" + log());
        }
    }

    private Process launch(Map<String, String> more) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(Program.STARTS_QUICKLY);
        command.addAll(List.of(
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + managementPort,
                "-jar",
                Checkout.serviceJar().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolve("service.log").toFile()));
        builder.environment().put("STITCHERY_DATA", data.toString());
        builder.environment().putAll(WITHOUT_FRILLS);
        builder.environment().putAll(environment);
        builder.environment().putAll(more);
        try {
            Files.createDirectories(data);
            process = builder.start();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, as a power cut for the process. The database server and the machines go on. */
    void kill() throws InterruptedException {
        Process running = running();
        running.destroyForcibly();
        if (!running.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The service survived SIGKILL");
        }
    }

    boolean isAlive() {
        return running().isAlive();
    }

    /** Where its pages are. */
    String url(String path) {
        return "http://localhost:" + port + path;
    }

    Path data() {
        return data;
    }

    /** What it has printed so far. */
    String log() {
        try {
            return Files.readString(data.resolve("service.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the service and every process that lives on its data folder. */
    @Override
    public void close() {
        Process running = running();
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
            all.filter(p -> p.pid() != ProcessHandle.current().pid())
                    .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean isReady() throws InterruptedException {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HttpClient.newHttpClient()
                            .send(ask, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("Not started");
        }
        return process;
    }

    /**
     * Below the ports that the system gives to callers: while the service is down between two starts, no caller may sit
     * on its port, and least of all the one that asks whether it is up again and would then have called itself.
     */
    private static int freePort() {
        while (true) {
            int candidate = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket socket = new ServerSocket(candidate)) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
    }
}
