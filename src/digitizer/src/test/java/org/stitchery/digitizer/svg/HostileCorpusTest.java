package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.embroidery.model.Finding;

/** All drawings of the hostile corpus beside the project get the verdict of its table, in bounded time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileCorpusTest {

    private static final Path CORPUS =
            repository().resolve("../shared/hostile-svg").normalize();
    private static final int LISTENER = 18099;
    private static final long WORST_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int WARM_RUNS = 2;

    private final AtomicInteger connections = new AtomicInteger();
    private final Map<String, Long> smallNanos = new TreeMap<>();
    private final Map<String, Long> cpuNanos = new TreeMap<>();
    private @Nullable ServerSocket listener;
    private final Path large = Path.of("target", "hostile-svg-large").toAbsolutePath();

    /** Tests run in the module's folder, two below the repository. */
    private static Path repository() {
        return Path.of("").toAbsolutePath().resolve("../..").normalize();
    }

    @BeforeAll
    void listenAndGenerate() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "The hostile corpus lies beside the project and is not here");
        listener = listen();
        if (!Files.exists(large.resolve("h21-tiny-shapes-40k-benign.svg"))) {
            Files.createDirectories(large);
            Process generator = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            CORPUS.resolve("GenerateLarge.java").toString(),
                            large.toString())
                    .inheritIO()
                    .start();
            assertThat(generator.waitFor()).isZero();
        }
        for (int i = 0; i < 20; i++) {
            SvgIntake.read(Files.readAllBytes(CORPUS.resolve("d05-use-1e3-benign.svg")), IntakeSettings.asDrawn());
        }
    }

    /** Where another run holds the port, that run counts; here nothing would be seen anyway. */
    private @Nullable ServerSocket listen() {
        try {
            ServerSocket socket = new ServerSocket(LISTENER, 50, InetAddress.getLoopbackAddress());
            Thread thread = new Thread(
                    () -> {
                        while (!socket.isClosed()) {
                            try (Socket ignored = socket.accept()) {
                                connections.incrementAndGet();
                            } catch (IOException e) {
                                return;
                            }
                        }
                    },
                    "canary");
            thread.setDaemon(true);
            thread.start();
            return socket;
        } catch (IOException e) {
            return null;
        }
    }

    static Stream<Arguments> cases() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return Stream.of(Arguments.of("absent", "ACCEPT", "-"));
        }
        return Files.readAllLines(CORPUS.resolve("expected.csv")).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(","))
                .map(c -> Arguments.of(c[0], c[1], c[2]));
    }

    @ParameterizedTest(name = "{0} gives {1} {2}")
    @MethodSource("cases")
    void everyDrawingGetsTheVerdictOfTheTable(String file, String verdict, String code) throws IOException {
        boolean small = Files.exists(CORPUS.resolve(file));
        byte[] upload = Files.readAllBytes(small ? CORPUS.resolve(file) : large.resolve(file));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        Outcome outcome = read(upload);
        long took = System.nanoTime() - wall;
        long used = threads.getCurrentThreadCpuTime() - cpu;
        cpuNanos.put(file, used);
        if (small) {
            for (int i = 0; i < WARM_RUNS; i++) {
                wall = System.nanoTime();
                read(upload);
                took = Math.min(took, System.nanoTime() - wall);
            }
            smallNanos.put(file, took);
        }
        assertThat(outcome.shown())
                .doesNotContain("127.0.0.1")
                .doesNotContain("/etc/")
                .doesNotContain("canary");
        // One case is for the digitizer to stop.
        boolean accepted = verdict.startsWith("ACCEPT") || code.equals("E_GEOMETRY_BUDGET");
        if (!accepted) {
            assertThat(String.valueOf(outcome.refusal)).as(outcome.shown()).isEqualTo(code);
        } else {
            assertThat(outcome.refusal).as(outcome.shown()).isNull();
            List<String> codes = outcome.codes();
            if (verdict.equals("ACCEPT_IGNORING")) {
                assertThat(codes).contains(code);
            } else if (verdict.equals("ACCEPT")) {
                assertThat(codes).doesNotContain("W_EXTERNAL_REF", "W_ACTIVE_CONTENT", "W_DTD_NOT_LOADED");
            }
        }
        assertThat(used).as("CPU time of " + file).isLessThan(WORST_NANOS);
    }

    private record Outcome(
            @Nullable Artwork artwork, @Nullable RefusalCode refusal, String message) {
        List<String> codes() {
            return artwork == null
                    ? List.of()
                    : artwork.findings().stream().map(Finding::code).toList();
        }

        String shown() {
            return artwork == null
                    ? refusal + " " + message
                    : artwork.findings().toString();
        }
    }

    private static Outcome read(byte[] upload) {
        try {
            return new Outcome(SvgIntake.read(upload, IntakeSettings.asDrawn()), null, "");
        } catch (IntakeException e) {
            return new Outcome(null, e.code(), String.valueOf(e.getMessage()));
        }
    }

    @AfterAll
    void nothingWasFetchedOrRunAndSmallFilesAreQuick() throws IOException {
        if (listener == null && smallNanos.isEmpty()) {
            return;
        }
        if (listener != null) {
            listener.close();
        }
        assertThat(connections.get()).as("connections made while reading").isZero();
        assertThat(System.getProperties().stringPropertyNames()).noneMatch(name -> name.startsWith("pwned."));
        long[] sorted =
                smallNanos.values().stream().mapToLong(Long::longValue).sorted().toArray();
        long median = sorted[sorted.length / 2];
        Map.Entry<String, Long> worst =
                cpuNanos.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        PrintStream out = System.out;
        out.printf(
                "Hostile corpus: %d cases, small files' warm median %.2f ms, 95 %% under %.1f ms;"
                        + " worst CPU %.0f ms (%s); 0 connections%n",
                cpuNanos.size(),
                median / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                worst.getValue() / 1e6,
                worst.getKey());
        assertThat(median).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));
    }
}
