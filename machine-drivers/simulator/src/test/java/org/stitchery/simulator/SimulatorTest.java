package org.stitchery.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.line.TestHost;
import org.stitchery.simulator.machine.MachineTraits;

/** Over real ptys and sockets, at real time; the needle runs faster than a real one. */
class SimulatorTest {

    private static final int PACE = MachinePlan.USUAL_LINE_BYTES_PER_SECOND;
    private static final StitchPattern DESIGN = Tapes.wandering("ROSE-1", 1500, 7);

    private final Path folder;

    SimulatorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty", "tcp"})
    void whatTheNeedleDidEqualsTheDesignStitchForStitch(String kind) throws IOException {
        try (Simulator simulator = start(kind, MachineTraits.standard().withSpeedUp(1000));
                TestHost host = open(simulator)) {
            host.sendPolitely(Tapes.tape(DESIGN), PACE);
            Ledger ledger = await(l -> !l.events(Kind.END).isEmpty());

            assertThat(only(ledger).differencesFrom(DESIGN)).isEmpty();
            assertThat(ledger.events(Kind.OVERRUN)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty", "tcp"})
    void aSlowNeedleHoldsThePoliteHostAndNothingIsLost(String kind) throws IOException {
        // 150 times real speed sews some 7000 bytes a second, less than the line brings.
        MachineTraits traits = MachineTraits.standard().withSpeedUp(150).withBufferBytes(1024);
        try (Simulator simulator = start(kind, traits);
                TestHost host = open(simulator)) {
            host.sendPolitely(Tapes.tape(DESIGN), PACE);
            Ledger ledger = await(l -> !l.events(Kind.END).isEmpty());

            assertThat(host.xoffs()).isPositive();
            assertThat(ledger.events(Kind.OVERRUN)).isEmpty();
            assertThat(only(ledger).differencesFrom(DESIGN)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty", "tcp"})
    void anImpoliteHostOverrunsTheBufferAndTheLedgerSaysSo(String kind) throws IOException {
        MachineTraits traits = MachineTraits.standard().withBufferBytes(256);
        try (Simulator simulator = start(kind, traits);
                TestHost host = open(simulator)) {
            host.sendImpolitely(Tapes.tape(DESIGN));
            Ledger ledger = await(l -> !l.events(Kind.OVERRUN).isEmpty());

            assertThat(ledger.events(Kind.START)).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pty", "tcp"})
    void aHostThatLeavesInMidDesignAndComesBackIsANewLine(String kind) throws IOException {
        byte[] tape = Tapes.tape(DESIGN);
        try (Simulator simulator = start(kind, MachineTraits.standard().withSpeedUp(1000))) {
            try (TestHost host = open(simulator)) {
                host.sendPolitely(Arrays.copyOf(tape, Tapes.LEADER + 512 + 3 * 700 + 1), PACE);
            }
            Ledger lost = await(l -> !l.events(Kind.LINE_LOST).isEmpty());
            assertThat(only(lost).ended()).isFalse();
            assertThat(lost.events(Kind.LINE_OPEN)).hasSize(1);

            try (TestHost host = open(simulator)) {
                host.sendPolitely(tape, PACE);
                Ledger ledger = await(l -> !l.events(Kind.END).isEmpty());
                assertThat(ledger.sewings()).hasSize(2);
                assertThat(ledger.sewings().get(1).differencesFrom(DESIGN)).isEmpty();
            }
        }
    }

    @Test
    void bytesOfAHostThatIsGoneAreStillOnTheWire() throws IOException {
        byte[] tape = Tapes.tape(Tapes.line("A", 500, 20));
        try (Simulator simulator = start("pty", MachineTraits.standard().withSpeedUp(1000))) {
            try (TestHost host = open(simulator)) {
                host.sendImpolitely(tape);
            }
            Ledger ledger = await(l -> !l.events(Kind.LINE_LOST).isEmpty());
            assertThat(only(ledger).ended()).isTrue();
        }
    }

    @Test
    void aSerialLineKeepsItsNameWhenTheHostHasLeft() throws IOException {
        try (Simulator simulator = start("pty", MachineTraits.standard())) {
            for (int round = 1; round <= 5; round++) {
                int hosts = round;
                try (TestHost host = open(simulator)) {
                    host.awaitXon();
                }
                await(l -> l.events(Kind.LINE_LOST).size() == hosts);
            }
            assertThat(link()).isSymbolicLink();
        }
        assertThat(link()).doesNotExist();
    }

    @Test
    void aSecondTcpHostIsToldThatThePortIsInUse() throws IOException {
        try (Simulator simulator = start("tcp", MachineTraits.standard());
                TestHost first = open(simulator)) {
            first.awaitXon();
            try (TestHost second = open(simulator)) {
                assertThat(second.readToEnd()).isEqualTo("Port already in use\r\n");
            }
            assertThat(first.held()).isFalse();
        }
    }

    @Test
    void aRestartedMachineAppendsToItsLedger() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (Simulator simulator = start("pty", MachineTraits.standard().withSpeedUp(1000));
                    TestHost host = open(simulator)) {
                host.sendPolitely(Tapes.tape(DESIGN), PACE);
                int designs = i + 1;
                await(l -> l.events(Kind.END).size() == designs);
            }
        }

        Ledger ledger = Ledger.read(ledgerFile());
        assertThat(ledger.events(Kind.POWER_ON)).hasSize(2);
        assertThat(ledger.sewings())
                .allSatisfy(s -> assertThat(s.differencesFrom(DESIGN)).isEmpty());
    }

    @Test
    void thePanelStopsTheNeedleAndLetsItGoOn() throws IOException {
        try (Simulator simulator =
                        start("tcp", MachineTraits.standard().withSpeedUp(1000).withBufferBytes(65536));
                TestHost host = open(simulator)) {
            ControlPanel panel = new ControlPanel(simulator, System.err);
            panel.press("stop");
            await(l -> !l.events(Kind.STOP).isEmpty());
            host.sendPolitely(Tapes.tape(DESIGN), PACE);
            assertThat(Ledger.read(ledgerFile()).sewings()).isEmpty();

            panel.press("go 1");
            panel.press("break 1");
            Ledger ledger = await(l -> !l.events(Kind.END).isEmpty());
            assertThat(ledger.events(Kind.THREAD_BREAK)).hasSize(1);
            assertThat(only(ledger).differencesFrom(DESIGN)).isEmpty();
        }
    }

    /** By design no thread per machine: what grows to a thousand must already do many with one. */
    @Test
    void oneThreadPlaysManyMachines() throws IOException {
        int machines = 40;
        List<MachinePlan> plans = new ArrayList<>();
        for (int i = 0; i < machines; i++) {
            ListenAddress listen = i % 2 == 0
                    ? new ListenAddress.Pty(folder.resolve("line" + i))
                    : new ListenAddress.Tcp("127.0.0.1", 0);
            plans.add(new MachinePlan(
                    listen,
                    folder.resolve(i + ".ledger"),
                    PACE,
                    MachineTraits.standard().withSpeedUp(1000)));
        }
        StitchPattern small = Tapes.wandering("SMALL", 300, 3);
        byte[] tape = Tapes.tape(small);
        int threadsBefore = Thread.activeCount();
        try (Simulator simulator = Simulator.start(plans)) {
            assertThat(Thread.activeCount()).isEqualTo(threadsBefore + 1);
            List<TestHost> hosts = new ArrayList<>();
            for (String address : simulator.addresses()) {
                hosts.add(TestHost.open(address));
            }
            for (TestHost host : hosts) {
                // 1500 bytes fit the machine's buffer: no need to wait for it.
                host.sendImpolitely(tape);
            }
            for (int i = 0; i < machines; i++) {
                Ledger ledger = await(
                        folder.resolve(i + ".ledger"), l -> !l.events(Kind.END).isEmpty());
                assertThat(only(ledger).differencesFrom(small)).isEmpty();
            }
            for (TestHost host : hosts) {
                host.close();
            }
        }
    }

    @Test
    void aBusyTcpPortIsRefusedInPlainWords() throws IOException {
        try (Simulator simulator = start("tcp", MachineTraits.standard())) {
            ListenAddress busy = ListenAddress.parse(simulator.addresses().get(0));
            MachinePlan plan = new MachinePlan(busy, folder.resolve("other.ledger"), PACE, MachineTraits.standard());
            assertThatThrownBy(() -> Simulator.start(List.of(plan)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Cannot listen on tcp://127.0.0.1:")
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void aFileInTheWayOfTheLinkIsRefusedAndKept() throws IOException {
        Files.writeString(link(), "precious");
        assertThatThrownBy(() -> start("pty", MachineTraits.standard())).hasMessageContaining("no symbolic link");
        assertThat(link()).hasContent("precious");
    }

    @Test
    void aLeftOverLinkOfAKilledMachineIsTakenOver() throws IOException {
        Files.createSymbolicLink(link(), Path.of("/dev/pts/no-more"));
        try (Simulator simulator = start("pty", MachineTraits.standard());
                TestHost host = open(simulator)) {
            host.awaitXon();
        }
    }

    private Simulator start(String kind, MachineTraits traits) throws IOException {
        ListenAddress listen =
                kind.equals("pty") ? new ListenAddress.Pty(link()) : new ListenAddress.Tcp("127.0.0.1", 0);
        return Simulator.start(List.of(new MachinePlan(listen, ledgerFile(), PACE, traits)));
    }

    private static TestHost open(Simulator simulator) throws IOException {
        return TestHost.open(simulator.addresses().get(0));
    }

    private Path link() {
        return folder.resolve("line");
    }

    private Path ledgerFile() {
        return folder.resolve("machine.ledger");
    }

    private Ledger await(Predicate<Ledger> until) throws IOException {
        return await(ledgerFile(), until);
    }

    private static Ledger await(Path file, Predicate<Ledger> until) throws IOException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            Ledger ledger = Ledger.read(file);
            if (until.test(ledger)) {
                return ledger;
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not in 30 s; the ledger ends with "
                        + ledger.events()
                                .subList(
                                        Math.max(0, ledger.events().size() - 10),
                                        ledger.events().size()));
            }
            // A file tells nobody that it grew.
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static Sewing only(Ledger ledger) {
        assertThat(ledger.sewings()).hasSize(1);
        return ledger.sewings().get(0);
    }
}
