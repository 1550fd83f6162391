package org.stitchery.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.line.TestHost;

/** The command as a process of its own. */
class SimulatorMainTest {

    private final Path folder;

    SimulatorMainTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void itSaysWhereItListensObeysThePanelAndQuits() throws Exception {
        Process process = run("--listen", "tcp://127.0.0.1:0", "--ledger", ledger());
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = String.valueOf(out.readLine());
            assertThat(line).matches("listening tcp://127\\.0\\.0\\.1:\\d+");
            try (TestHost host = TestHost.open(line.substring("listening ".length()))) {
                host.awaitXon();
            }
            press(process, "stop\nreset\nquit\n");
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(process.exitValue()).isZero();
        assertThat(Ledger.read(Path.of(ledger())).events())
                .extracting(e -> e.kind())
                .startsWith(Kind.POWER_ON, Kind.LINE_OPEN)
                .contains(Kind.STOP, Kind.RESET);
    }

    @Test
    void itEndsWithItsInputUnlessItIsADaemon() throws Exception {
        Process process = run("--listen", "tcp://127.0.0.1:0", "--ledger", ledger());
        process.getOutputStream().close();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void itEndsWithTheProcessItIsToldToFollow() throws Exception {
        Process parent = new ProcessBuilder("cat").start();
        Process process = run(
                "--listen", "tcp://127.0.0.1:0", "--ledger", ledger(), "--daemon", "--parent-pid", "" + parent.pid());
        assertThat(process.inputReader().readLine()).startsWith("listening");
        parent.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void wrongOptionsAreExplained() throws Exception {
        for (List<String> wrong : List.of(
                List.of("--listen", "nonsense", "--ledger", ledger()),
                List.of("--listen", "tcp://127.0.0.1:0"),
                List.of("--listen", "tcp://127.0.0.1:0", "--ledger", ledger(), "--speed-up", "fast"))) {
            Process process = run(wrong.toArray(new String[0]));
            String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).isEqualTo(2);
            assertThat(error).contains("Usage:").doesNotContain("Exception");
        }
    }

    private String ledger() {
        return folder.resolve("machine.ledger").toString();
    }

    private static Process run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static void press(Process process, String lines) throws IOException {
        process.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }
}
