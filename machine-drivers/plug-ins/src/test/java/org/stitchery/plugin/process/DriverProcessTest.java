package org.stitchery.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.plugin.JarWorkshop;
import org.stitchery.plugin.host.UnfitDriverException;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.MachineUri;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/** Drivers that behave badly, in real processes, on a real line: what it costs is one line, and the truth is told. */
@SuppressWarnings("NullAway.Init") // JUnit fills the folder in
@Timeout(120)
class DriverProcessTest {

    private static final Limits QUICK = new Limits(Duration.ofSeconds(60), Duration.ofSeconds(3), Duration.ZERO, 32);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BYTES = 3000;

    @TempDir
    Path temp;

    private final PacingLoop loop = new PacingLoop();

    @AfterEach
    void close() {
        loop.close();
    }

    /** A driver made from the template; the deed is done at the beginning of each turn of a delivery. */
    private LineDriver driver(String deed) throws IOException, UnfitDriverException {
        Path jar = JarWorkshop.template(temp)
                .inSource(
                        "TapeFeed",
                        "        voice.hear();\n        if (aborted)",
                        "        " + deed + "\n        voice.hear();\n        if (aborted)")
                .into(Files.createTempFile(temp, "driver", ".jar"));
        return (LineDriver) ProcessDriver.of(jar, temp, QUICK).driver();
    }

    private MachineLine line(MachineDriver driver, Machine machine) throws IOException {
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        LineUri uri = (LineUri) MachineUri.parse("tcp://127.0.0.1:" + machine.port() + "?rate=11520");
        return loop.attach(Transports.open(uri, temp), driver, settings, 1, event -> {});
    }

    private static DeliveryOrder order(int bytes) {
        return new DeliveryOrder("ROSE-1", "dst", new byte[bytes], 1);
    }

    @Test
    void aDriverInAProcessOfItsOwnDeliversAndItsProcessEndsWithTheLine() throws Exception {
        try (Machine machine = new Machine()) {
            MachineLine line = line(driver(""), machine);
            Outcome outcome = line.deliver(order(BYTES), PATIENCE).get();
            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            ProcessHandle child = child();
            line.close().get();
            child.onExit().get(5, TimeUnit.SECONDS);
            assertThat(machine.heard().get()).isEqualTo(32 + BYTES);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.exit(5);                                             | ended with status 5",
                "Runtime.getRuntime().halt(0);                               | ended with status 0",
                "while (nowNanos != 1) {}                                    | hangs",
                "java.util.List<byte[]> l = new java.util.ArrayList<>(); while (true) { l.add(new byte[1 << 20]); if (nowNanos == 1) break; } | ran out of memory",
                "throw new IllegalStateException(\"a bug\");                 | a bug",
                "for (int i = 0; i < 80; i++) { Thread t = new Thread(() -> java.util.concurrent.locks.LockSupport.park()); t.start(); } try { Thread.sleep(2000); } catch (InterruptedException e) {} | threads",
                "new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[64]); | no message",
            })
    void whatADriverDoesInMidDeliveryCostsItsOwnLineOnly(String deed, String told) throws Exception {
        try (Machine machine = new Machine();
                Machine other = new Machine()) {
            MachineLine healthy = line(driver(""), other);
            MachineLine line = line(driver("if (tape.position() > 500) { " + deed + " }"), machine);
            CompletableFuture<Outcome> elsewhere = healthy.deliver(order(4 * BYTES), PATIENCE);
            Outcome outcome = line.deliver(order(BYTES), PATIENCE).get();

            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(((Outcome.Unknown) outcome).bytesAccepted()).isBetween(400L, (long) BYTES);
            assertThat(line.lost().orElse("")).contains(told);
            assertThat(elsewhere.get()).isInstanceOf(Outcome.Delivered.class);
            assertThat(other.heard().isDone()).isFalse();
        }
    }

    @Test
    void aDriverThatDiesBeforeTheFirstByteHasNotStarted() throws Exception {
        try (Machine machine = new Machine()) {
            MachineLine line = line(driver("System.exit(5);"), machine);
            assertThat(line.deliver(order(BYTES), PATIENCE).get()).isInstanceOf(Outcome.NotStarted.class);
            assertThat(machine.heard().get()).isZero();
        }
    }

    @Test
    void anAbortIsSilentAtOnceEvenWhenTheDriverHangs() throws Exception {
        try (Machine machine = new Machine()) {
            MachineLine line = line(driver("if (tape.position() > 500) { while (nowNanos != 1) {} }"), machine);
            CompletableFuture<Outcome> outcome = line.deliver(order(BYTES), PATIENCE);
            machine.awaitBytes(500);
            long asked = System.nanoTime();
            line.abort();
            assertThat(outcome.get()).isInstanceOf(Outcome.Unknown.class);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(3));
        }
    }

    @Test
    void whoKeepsDyingIsStartedAgainAfterLongerAndLongerPauses() {
        Restarts restarts = new Restarts();
        long now = 0;
        long second = Duration.ofSeconds(1).toNanos();
        assertThat(restarts.delay("a", now)).isZero();
        for (long expected : List.of(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L)) {
            restarts.died("a", now, now + second);
            now += second;
            assertThat(restarts.delay("a", now)).isEqualTo(Duration.ofSeconds(expected));
            assertThat(restarts.delay("b", now)).isZero();
        }
        assertThat(restarts.delay("a", now + 61 * second)).isZero();
        restarts.died("a", now, now + 90 * second);
        assertThat(restarts.delay("a", now + 90 * second)).isEqualTo(Duration.ofSeconds(1));
    }

    private static ProcessHandle child() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Asks for a design and counts what comes until the line ends. */
    private static final class Machine implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<Integer> heard;
        private int count;

        Machine() throws IOException {
            heard = CompletableFuture.supplyAsync(this::listen, task -> new Thread(task, "machine").start());
        }

        int port() {
            return socket.getLocalPort();
        }

        /** How many bytes, once the line has ended. */
        CompletableFuture<Integer> heard() {
            return heard;
        }

        synchronized void awaitBytes(int bytes) throws InterruptedException {
            while (count < bytes) {
                wait();
            }
        }

        private int listen() {
            try (Socket host = socket.accept()) {
                host.getOutputStream().write(0x11);
                byte[] piece = new byte[512];
                for (int n = host.getInputStream().read(piece);
                        n >= 0;
                        n = host.getInputStream().read(piece)) {
                    synchronized (this) {
                        count += n;
                        notifyAll();
                    }
                }
            } catch (IOException e) {
                // The host gave the line up the hard way; what was heard counts.
                return count;
            }
            return count;
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
