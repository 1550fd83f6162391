package org.stitchery.driver.tapereader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Outcome;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/**
 * Driver, loop and transport together, with a machine of a few lines at the other end of a real socket, or of a pseudo
 * terminal that socat joins to that socket.
 */
@Timeout(60)
class TapeOnRealLinesTest {

    private static final int XON = 0x11;
    private static final int XOFF = 0x13;

    private final Path folder;
    private final MachineDriver driver = new TapeReaderDriver();
    private final PacingLoop loop = new PacingLoop();

    TapeOnRealLinesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void overTcpAMachineWithASmallBufferGetsEveryByteAndIsNeverOverrun() throws Exception {
        try (ServerSocket server = listen()) {
            feedSmallBuffer(server, uri(server));
        }
    }

    @Test
    void overASerialLineAMachineWithASmallBufferGetsEveryByteAndIsNeverOverrun() throws Exception {
        try (ServerSocket server = listen()) {
            Path port = folder.resolve("ttyTAPE");
            Process socat = socat(port, server);
            try {
                feedSmallBuffer(server, LineUri.parse("serial:" + port + "?baud=9600"));
            } finally {
                socat.destroyForcibly();
            }
        }
    }

    private void feedSmallBuffer(ServerSocket server, LineUri uri) throws Exception {
        DeliveryOrder order = SmallTape.order("KOI-7");
        BufferedMachine machine = new BufferedMachine(server, 32 + order.content().length);
        Outcome outcome = attach(uri).deliver(order, Duration.ofSeconds(20)).get(50, TimeUnit.SECONDS);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Delivered.class,
                        delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.ON_THE_WIRE));
        byte[] tape = machine.read.get(20, TimeUnit.SECONDS);
        assertThat(Arrays.copyOf(tape, 32)).containsOnly(0);
        assertThat(Arrays.copyOfRange(tape, 32, tape.length)).isEqualTo(order.content());
        System.out.println(uri + ": most bytes on the way after XOFF: " + machine.mostAfterXoff);
        assertThat(machine.holds).isPositive();
        assertThat(machine.overruns).isZero();
    }

    private static Process socat(Path port, ServerSocket server) throws IOException {
        boolean there = false;
        for (String bin : String.valueOf(System.getenv("PATH")).split(":")) {
            there |= Files.isExecutable(Path.of(bin, "socat"));
        }
        assumeThat(there)
                .as("socat is not installed; tests on pseudo terminals are skipped")
                .isTrue();
        Process socat = new ProcessBuilder(
                        "socat",
                        "-d",
                        "-d",
                        "pty,raw,echo=0,link=" + port,
                        "tcp:127.0.0.1:" + server.getLocalPort() + ",nodelay")
                .redirectErrorStream(true)
                .start();
        BufferedReader said = socat.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.contains("starting data transfer loop")) {
                return socat;
            }
        }
        throw new IOException("socat ended before its line was there");
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static LineUri uri(ServerSocket server) {
        return LineUri.parse("tcp://127.0.0.1:" + server.getLocalPort() + "?rate=960");
    }

    @Test
    void aMachineThatNeverAsksGetsNothingAndThatIsSaid() throws Exception {
        try (ServerSocket server = listen()) {
            MachineLine line = attach(uri(server));
            try (Socket machine = server.accept()) {
                Outcome outcome = line.deliver(SmallTape.order("KOI-7"), Duration.ofMillis(300))
                        .get(20, TimeUnit.SECONDS);
                assertThat(outcome)
                        .isInstanceOf(Outcome.NotStarted.class)
                        .extracting(Outcome::detail)
                        .asString()
                        .contains("Press read at the machine");
                line.close().get(5, TimeUnit.SECONDS);
                assertThat(machine.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    private MachineLine attach(LineUri uri) throws Exception {
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        return loop.attach(Transports.open(uri, folder), driver, settings, 7, event -> {});
    }

    /** Reads up to its mark, says wait, digests them at its leisure, and says go on. */
    private static final class BufferedMachine {

        /** At 960 bytes per second the reserve behind the mark is a quarter of a second: this computer may be busy. */
        private static final int BUFFER = 384;

        private static final int HIGH = 128;

        final CompletableFuture<byte[]> read = new CompletableFuture<>();
        volatile int holds;
        volatile int overruns;
        volatile int mostAfterXoff;

        BufferedMachine(ServerSocket server, int expected) {
            Thread thread = new Thread(() -> {
                try (Socket line = server.accept()) {
                    read.complete(play(line, expected));
                    line.getInputStream().read();
                } catch (IOException e) {
                    read.completeExceptionally(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        private byte[] play(Socket line, int expected) throws IOException {
            ByteArrayOutputStream tape = new ByteArrayOutputStream();
            line.getOutputStream().write(XON);
            int inBuffer = 0;
            while (tape.size() < expected) {
                tape.write(line.getInputStream().read());
                if (++inBuffer == HIGH) {
                    line.getOutputStream().write(XOFF);
                    holds++;
                    int late = takeWhatStillComes(line, tape);
                    mostAfterXoff = Math.max(mostAfterXoff, late);
                    overruns += Math.max(0, inBuffer + late - BUFFER);
                    inBuffer = 0;
                    line.getOutputStream().write(XON);
                }
            }
            return tape.toByteArray();
        }

        /** Until the line has been silent for a while. */
        private static int takeWhatStillComes(Socket line, ByteArrayOutputStream tape) throws IOException {
            int count = 0;
            line.setSoTimeout(150);
            try {
                while (true) {
                    int value = line.getInputStream().read();
                    if (value < 0) {
                        return count;
                    }
                    tape.write(value);
                    count++;
                }
            } catch (SocketTimeoutException e) {
                return count;
            } finally {
                line.setSoTimeout(0);
            }
        }
    }
}
