package org.stitchery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;

class SendCommandTest {

    private static final StitchPattern DESIGN = wave(800);

    private final Path folder;
    private final Path design;

    SendCommandTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.design = Samples.design(folder, DESIGN);
    }

    @Test
    void overTcpTheNeedleDoesWhatTheDesignSays() throws IOException {
        try (Simulator machine = simulate(new ListenAddress.Tcp("127.0.0.1", 0))) {
            assertSewn(machine.addresses().get(0) + "?rate=20000");
        }
    }

    @Test
    void overASerialLineTheNeedleDoesWhatTheDesignSays() throws IOException {
        try (Simulator machine = simulate(new ListenAddress.Pty(folder.resolve("line")))) {
            assertSewn("serial:" + folder.resolve("line") + "?baud=115200");
        }
    }

    @Test
    void aFolderGetsTheWholeFileUnderTheLabelAndIsNeverOverwritten() throws IOException {
        Path press = Files.createDirectory(folder.resolve("press-3"));

        Run first = Run.stitchery("send", design, "--to", "folder:" + press, "--label", "WAVE-7");
        Run again = Run.stitchery("send", design, "--to", "folder:" + press, "--label", "WAVE-7");

        assertThat(first.exitCode()).as(first.err()).isEqualTo(ExitCode.OK);
        assertThat(first.out()).startsWith("WAVE-7: delivered, not known to be sewn.");
        assertThat(press).isDirectoryContaining(file -> file.endsWith("WAVE-7.DST"));
        assertThat(again.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(again.out()).contains("was not replaced");
    }

    @Test
    void aMachineThatAsksFetchesTheFileWithItsTokenAndOnlyWithIt() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        URI file = URI.create("http://127.0.0.1:" + port + "/machine-desk/press/WAVE-7.DST");
        CompletableFuture<Run> sending = CompletableFuture.supplyAsync(() -> Run.stitchery(
                "send",
                design,
                "--to",
                "desk:press?secret=test-desk&listen=127.0.0.1:" + port,
                "--set",
                "reports=nothing",
                "--label",
                "WAVE-7"));

        HttpResponse<byte[]> fetched = fetch(file, "a-token-for-tests-1");
        while (fetched.statusCode() != 200) {
            assertThat(sending).isNotDone();
            fetched = fetch(file, "a-token-for-tests-1");
        }
        Run run = sending.join();

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("WAVE-7: delivered, not known to be sewn.");
        assertThat(run.err()).contains("http://127.0.0.1:" + port + "/machine-desk/press");
        StitchPattern got =
                Formats.read(fetched.body(), "wave.dst", ReadOptions.cooked()).pattern();
        assertThat(got.size()).isGreaterThanOrEqualTo(DESIGN.size());
    }

    @Test
    void aDeskWithoutATokenAndADriverForSomethingElseAreNamed() {
        Run none = Run.stitchery("send", design, "--to", "desk:nobody?listen=127.0.0.1:0");
        assertThat(none.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(none.err()).contains("no secret \"nobody\"");
        Run wrong = Run.stitchery("send", design, "--to", "desk:nobody", "--driver", "tape-reader");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("tape-reader works over a line");
    }

    /** Waits until somebody listens. */
    private static HttpResponse<byte[]> fetch(URI file, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(file)
                .header("Authorization", "Bearer " + token)
                .build();
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (ConnectException e) {
                assertThat(System.nanoTime()).as("nobody listens").isLessThan(deadline);
                // A port tells nobody that somebody listens now.
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private void assertSewn(String uri) throws IOException {
        Run run = Run.stitchery("send", design, "--to", uri, "--label", "WAVE-7");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("WAVE-7: delivered, not known to be sewn.");
        Ledger ledger = await(l -> !l.events(Kind.END).isEmpty());
        assertThat(ledger.sewings("WAVE-7"))
                .singleElement()
                .satisfies(sewing -> assertThat(sewing.differencesFrom(DESIGN)).isEmpty());
        assertThat(ledger.events(Kind.OVERRUN)).isEmpty();
    }

    @Test
    void aMachineThatNeverAsksIsNotStartedAfterThePatience() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.stitchery("send", design, "--to", uri(silent), "--patience", "1");

            assertThat(run.exitCode()).isEqualTo(ExitCode.MACHINE);
            assertThat(run.out()).contains("not started").contains("no byte was handed to the transport");
            assertThat(run.err()).contains("Press read at the machine");
        }
    }

    @Test
    void aMachineThatGoesAwayInTheMiddleLeavesTheOutcomeUnknown() throws IOException {
        try (ServerSocket machine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread player = new Thread(() -> hangUpAfter(machine, 700));
            player.start();
            Run run = Run.stitchery("send", design, "--to", uri(machine), "--patience", "5");

            assertThat(run.exitCode()).isEqualTo(ExitCode.MACHINE);
            assertThat(run.out()).contains("unknown, look at the machine").doesNotContain("delivered,");
        }
    }

    @Test
    void aDesignThatBreaksOffIsSentOnlyWhenAPersonSaysSo() throws IOException {
        byte[] whole = Files.readAllBytes(design);
        Files.write(design, Arrays.copyOf(whole, whole.length - 300));
        try (Simulator machine = simulate(new ListenAddress.Tcp("127.0.0.1", 0))) {
            String to = machine.addresses().get(0) + "?rate=20000";

            Run refused = Run.stitchery("send", design, "--to", to);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.BAD_FILE);
            assertThat(refused.err()).contains("END_MISSING").contains("--despite-findings");
            assertThat(Ledger.read(ledger()).events(Kind.START)).isEmpty();

            Run wanted = Run.stitchery("send", design, "--to", to, "--despite-findings");
            assertThat(wanted.exitCode()).as(wanted.err()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aPortInUseByAnotherHostIsToldAsBusy() throws IOException {
        try (Simulator machine = simulate(new ListenAddress.Tcp("127.0.0.1", 0))) {
            String address = machine.addresses().get(0);
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            try (Socket other = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(other.getInputStream().read()).isEqualTo(0x11);
                Run run = Run.stitchery("send", design, "--to", address, "--patience", "5");

                assertThat(run.exitCode()).isEqualTo(ExitCode.MACHINE);
                assertThat(run.out() + run.err()).contains("in use");
            }
        }
    }

    @Test
    void portsThatDoNotExistAreNamedWithAWayOut() {
        Run serial = Run.stitchery("send", design, "--to", "serial:" + folder.resolve("none"));
        assertThat(serial.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(serial.err()).contains("none").contains("no such serial port");

        Run tcp = Run.stitchery("send", design, "--to", "tcp://127.0.0.1:1");
        assertThat(tcp.exitCode()).isEqualTo(ExitCode.MACHINE);
        assertThat(tcp.err()).contains("tcp://127.0.0.1:1").contains("refused");
    }

    @Test
    void wrongAddressesDriversSettingsAndLabelsAreUsageErrors() {
        for (List<String> wrong : List.of(
                List.of("--to", "usb:1"),
                List.of("--to", "tcp://here"),
                List.of("--to", "serial:/dev/ttyS0?baud=fast"),
                List.of("--to", "tcp://127.0.0.1:1", "--driver", "telepathy"),
                List.of("--to", "tcp://127.0.0.1:1", "--set", "leader-bytes=-1"),
                List.of("--to", "tcp://127.0.0.1:1", "--set", "colour=red"),
                List.of("--to", "tcp://127.0.0.1:1", "--label", "no blanks"),
                List.of("--to", "tcp://127.0.0.1:1", "--patience", "0"))) {
            Object[] arguments = new Object[wrong.size() + 2];
            arguments[0] = "send";
            arguments[1] = design;
            System.arraycopy(wrong.toArray(), 0, arguments, 2, wrong.size());
            Run run = Run.stitchery(arguments);
            assertThat(run.exitCode()).as(wrong + ": " + run.err()).isEqualTo(ExitCode.USAGE);
        }
    }

    @Test
    void simulateSaysWhereItListensAndQuits() {
        Run run = Run.withInput(
                "stop\nquit\n", "simulate", "--listen", "tcp://127.0.0.1:0", "--ledger", folder.resolve("s.ledger"));

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("listening tcp://127.0.0.1:");
    }

    @Test
    void simulateRefusesWrongWishes() throws IOException {
        assertThat(Run.stitchery("simulate", "--listen", "com1").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(Run.stitchery("simulate", "--listen", "tcp://127.0.0.1:0", "--speed-up", "0")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.stitchery(
                    "simulate",
                    "--listen",
                    "tcp://127.0.0.1:" + busy.getLocalPort(),
                    "--ledger",
                    folder.resolve("s.ledger"));
            assertThat(run.exitCode()).isEqualTo(ExitCode.MACHINE);
            assertThat(run.err()).contains("Cannot listen");
        }
    }

    private Simulator simulate(ListenAddress listen) throws IOException {
        return Simulator.start(List.of(new MachinePlan(
                listen, ledger(), 20_000, MachineTraits.standard().withSpeedUp(1000))));
    }

    private Path ledger() {
        return folder.resolve("machine.ledger");
    }

    private Ledger await(Predicate<Ledger> until) throws IOException {
        long deadline = System.nanoTime() + 20_000_000_000L;
        Ledger ledger = Ledger.read(ledger());
        while (!until.test(ledger)) {
            assertThat(System.nanoTime()).as(ledger.events().toString()).isLessThan(deadline);
            // A file tells nobody that it grew.
            LockSupport.parkNanos(10_000_000);
            ledger = Ledger.read(ledger());
        }
        return ledger;
    }

    private static String uri(ServerSocket machine) {
        return "tcp://127.0.0.1:" + machine.getLocalPort();
    }

    private static void hangUpAfter(ServerSocket machine, int bytes) {
        try (Socket host = machine.accept()) {
            host.getOutputStream().write(0x11);
            host.getInputStream().readNBytes(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static StitchPattern wave(int stitches) {
        StitchPattern.Builder builder = StitchPattern.builder("wave");
        for (int i = 0; i < stitches; i++) {
            builder.stitchTo(i * 2, i % 2 == 0 ? 0 : 25);
        }
        return builder.build();
    }
}
