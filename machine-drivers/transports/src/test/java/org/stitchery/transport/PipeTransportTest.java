package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.Outcome;
import org.stitchery.transport.TransportException.Reason;

/** Real programs as machines: obliging ones, deaf ones, dying ones, and those with a family. */
@Timeout(60)
class PipeTransportTest {

    private final Path folder;

    PipeTransportTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void needAShell() {
        assumeThat(Files.isExecutable(Path.of("/bin/sh")) && Files.isDirectory(Path.of("/proc/self/fd")))
                .as("programs as machines are tested on Linux with a shell")
                .isTrue();
    }

    @Test
    void everyByteValuePassesUnchangedBothWays() throws Exception {
        byte[] all = new byte[5000];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (OpenTransport line = Transports.open(new PipeUri("/bin/cat", List.of(), 10_000_000), folder)) {
            ByteBuffer left = ByteBuffer.wrap(all);
            ByteBuffer heard = ByteBuffer.allocate(all.length);
            until(() -> {
                line.write(left);
                line.read(heard);
                return !heard.hasRemaining();
            });
            assertThat(heard.array()).isEqualTo(all);
            until(() -> line.unsent() == 0);
            assertThat(line.modemLines()).isFalse();
        }
    }

    @Test
    void argumentsArriveAsTheyAreAndTheEnvironmentIsBare() throws Exception {
        try (OpenTransport line = shell("printf '%s|' \"$@\"; env | cut -d= -f1 | sort", "a b", "%&", "")) {
            String said = readAll(line);
            assertThat(said).startsWith("a b|%&||");
            assertThat(said.substring(said.lastIndexOf('|') + 1).lines())
                    .isSubsetOf(
                            "PATH",
                            "HOME",
                            "LANG",
                            "LC_ALL",
                            "TZ",
                            "TMPDIR",
                            "PWD",
                            "OLDPWD",
                            "SHLVL",
                            "_",
                            "STITCHERY_PIPE");
        }
    }

    @Test
    void aProgramThatNeverReadsSwallowsLittleAndBlocksNobody() throws Exception {
        try (OpenTransport line = shell("sleep 60")) {
            int swallowed = 0;
            long end = System.nanoTime() + Duration.ofMillis(500).toNanos();
            long longest = 0;
            while (System.nanoTime() - end < 0) {
                long before = System.nanoTime();
                swallowed += line.write(ByteBuffer.allocate(1000));
                longest = Math.max(longest, System.nanoTime() - before);
            }
            assertThat(swallowed).isBetween(400, 512);
            assertThat(line.unsent()).isEqualTo(swallowed);
            assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofMillis(400));
        }
    }

    @Test
    void aDeliveryToADeafProgramIsAbortedWithin250Milliseconds() throws Exception {
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line =
                    loop.attach(shell("sleep 60"), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
            CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(5000), Duration.ofMinutes(1));
            line.probe(Duration.ofMillis(100)).get(20, TimeUnit.SECONDS);
            long before = System.nanoTime();
            line.abort();
            assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(Outcome.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(250));
            line.close().get(20, TimeUnit.SECONDS);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void aProgramThatEndsIsALostLineWithItsLastWords() throws Exception {
        try (OpenTransport line = shell("echo half; echo 'no paper' >&2; exit 3")) {
            assertThat(readAll(line)).isEqualTo("half\n");
            assertThatThrownBy(() -> line.write(ByteBuffer.allocate(1)))
                    .isInstanceOfSatisfying(
                            TransportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.LOST))
                    .hasMessageContaining("exit value 3")
                    .hasMessageContaining("its last words: no paper");
        }
    }

    @Test
    void aProgramThatDiesInMidDeliveryLeavesUnknownAndALostLine() throws Exception {
        try (PacingLoop loop = new PacingLoop()) {
            MachineLine line = loop.attach(
                    shell("head -c 1000 >/dev/null; kill -9 $$"),
                    new FeedDriver(),
                    FeedDriver.noSettings(),
                    1,
                    event -> {});
            Outcome outcome = line.deliver(FeedDriver.order(50_000), Duration.ofMinutes(1))
                    .get(30, TimeUnit.SECONDS);
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(line.lost()).isPresent();
        }
    }

    /** Both streams at once; what the log cannot bear is counted instead of kept. */
    @Test
    void aProgramThatFloodsIsReadAtOurPaceAndCostsNoMemory() throws Exception {
        try (OpenTransport line = shell("yes complaint >&2 & yes word")) {
            ByteBuffer heard = ByteBuffer.allocate(1000);
            for (int i = 0; i < 500; i++) {
                heard.clear();
                until(() -> {
                    line.read(heard);
                    return !heard.hasRemaining();
                });
            }
            line.close();
            assertThatThrownBy(() -> line.read(ByteBuffer.allocate(1))).isInstanceOf(TransportException.class);
        }
    }

    /** A child that is nobody's any more, because its parent went first, is found by its mark. */
    @Test
    void childrenAndOrphansEndWithTheLine() throws Exception {
        Path children = folder.resolve("children");
        try (OpenTransport line = shell("sleep 61 & echo $! >> " + children
                + "; (setsid sleep 62 & echo $! >> " + children + "); sh -c 'sleep 63 & echo $! >> " + children
                + "'; echo ready; exec sleep 64")) {
            ByteBuffer heard = ByteBuffer.allocate(6);
            until(() -> {
                line.read(heard);
                return !heard.hasRemaining();
            });
            assertThat(alive(children)).isEqualTo(3);
        }
        until(() -> alive(children) == 0);
    }

    /** Whoever closes does not wait for the hunt, and the hunt goes on without it. */
    @Test
    void aLargeFamilyDoesNotHoldUpWhoClosesAndEndsAllTheSame() throws Exception {
        Path children = folder.resolve("children");
        OpenTransport line =
                shell("for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 65 & echo $! >> "
                        + children + "; done; echo ready; wait");
        ByteBuffer heard = ByteBuffer.allocate(6);
        until(() -> {
            line.read(heard);
            return !heard.hasRemaining();
        });
        assertThat(alive(children)).isEqualTo(20);
        Thread.currentThread().interrupt();
        long before = System.nanoTime();
        line.close();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofMillis(500));
        assertThat(Thread.interrupted()).isTrue();
        until(() -> alive(children) == 0);
    }

    /** One that is dead and waits for its parent to take notice counts as dead. */
    private static long alive(Path children) throws IOException {
        long alive = 0;
        for (String pid : Files.readAllLines(children)) {
            try {
                String state = Files.readString(Path.of("/proc", pid.strip(), "stat"));
                alive += state.contains(") Z ") ? 0 : 1;
            } catch (IOException e) {
                // Gone altogether.
                continue;
            }
        }
        return alive;
    }

    @Test
    void aProgramThatIsNotThereOrMayNotBeRunIsSaidToBeSo() throws Exception {
        assertThatThrownBy(() -> Transports.open(LineUri.parse("pipe:/no/such/program"), folder))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NO_SUCH_PORT));
        Path text = Files.writeString(folder.resolve("text"), "x");
        assertThatThrownBy(() -> Transports.open(LineUri.parse("pipe:" + text), folder))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
    }

    @Test
    void openingAndClosingLeavesNoHandleNoThreadAndNoFileBehind() throws Exception {
        for (int i = 0; i < 3; i++) {
            shell("sleep 60").close();
        }
        long handles = SerialTransportTest.handles();
        int threads = threads();
        for (int i = 0; i < 20; i++) {
            OpenTransport line = shell("sleep 60");
            line.write(ByteBuffer.allocate(100));
            line.close();
            line.close();
        }
        assertThat(SerialTransportTest.handles()).isLessThanOrEqualTo(handles);
        assertThat(threads()).isLessThanOrEqualTo(threads);
        assertThat(Path.of(System.getProperty("java.io.tmpdir"))
                        .toFile()
                        .list((dir, name) -> name.startsWith("stitchery-pipe")))
                .isEmpty();
    }

    /** Not the runtime's own, which wait for processes and stay a minute for the next one. */
    private static int threads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .count();
    }

    private OpenTransport shell(String script, String... arguments) throws TransportException {
        List<String> all = new ArrayList<>(List.of("-c", script, "sh"));
        all.addAll(List.of(arguments));
        return Transports.open(new PipeUri("/bin/sh", all, 1_000_000), folder);
    }

    private static String readAll(OpenTransport line) throws Exception {
        StringBuilder text = new StringBuilder();
        ByteBuffer piece = ByteBuffer.allocate(100);
        until(() -> {
            piece.clear();
            int count = line.read(piece);
            text.append(new String(piece.array(), 0, piece.position(), StandardCharsets.UTF_8));
            return count < 0;
        });
        return text.toString();
    }

    private interface Check {
        boolean holds() throws Exception;
    }

    private static void until(Check check) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!check.holds()) {
            assertThat(System.nanoTime() - end).isNegative();
            Thread.onSpinWait();
        }
    }
}
