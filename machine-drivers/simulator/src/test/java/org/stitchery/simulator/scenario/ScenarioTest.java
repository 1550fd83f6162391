package org.stitchery.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.Counter;
import org.stitchery.simulator.machine.MachineTraits;

class ScenarioTest {

    private static final Path FOLDER = Path.of("/ledgers");

    @Test
    void machinesAreBuiltAsTheirProfileSaysAndEachHasItsOwnSeedPortAndLedger() {
        Scenario scenario = Scenario.parse("""
                seed 100
                speed-up 4
                profile worn buffer 512 stop-at 80% restart-at 30 fifo 128 breaks 2.5 back-up 5-20 bobbin 9000
                profile proud like worn power-loss remembers counter counts-trims rethread 1.5min
                machines 2 tape on tcp from 127.0.0.1:40000 profile worn   # a row
                machine 1 tape on pty from lines/m profile proud rate 960
                """, FOLDER);

        assertThat(scenario.machines())
                .extracting(MachinePlan::listen)
                .containsExactly(
                        new ListenAddress.Tcp("127.0.0.1", 40000),
                        new ListenAddress.Tcp("127.0.0.1", 40001),
                        new ListenAddress.Pty(FOLDER.resolve("lines/m1")));
        assertThat(scenario.machines()).extracting(m -> m.traits().seed()).containsExactly(100L, 101L, 102L);
        assertThat(scenario.machines().get(2).ledger()).isEqualTo(FOLDER.resolve("3.ledger"));
        MachinePlan proud = scenario.machines().get(2);
        MachineTraits traits = proud.traits();
        assertThat(proud.lineBytesPerSecond()).isEqualTo(960);
        assertThat(proud.fifoBytes()).isEqualTo(128);
        assertThat(proud.protocol()).isEqualTo(Protocol.TAPE);
        assertThat(traits.speedUp()).isEqualTo(4);
        assertThat(traits.buffer().stopBytes()).isEqualTo(409);
        assertThat(traits.buffer().restartBytes()).isEqualTo(153);
        assertThat(traits.needle().mostBackUp()).isEqualTo(20);
        assertThat(traits.needle().stitchesPerBobbin()).isEqualTo(9000);
        assertThat(traits.operator().rethread()).isEqualTo(Duration.ofSeconds(90));
        assertThat(traits.counter()).isEqualTo(Counter.COUNTS_TRIMS);
        assertThat(traits.remembersPlace()).isTrue();
    }

    @Test
    void eachMachineHasItsOwnCardWhereThereAreCards() {
        Scenario scenario = Scenario.parse("""
                machine 1 tape on tcp from 127.0.0.1:0
                cards sticks
                machines 2 grbl-card on tcp from 127.0.0.1:0
                """, FOLDER);

        assertThat(scenario.machines())
                .extracting(m -> m.traits().card())
                .containsExactly(null, FOLDER.resolve("sticks/2"), FOLDER.resolve("sticks/3"));
    }

    @Test
    void eventsAreInTheOrderOfTheirTimes() {
        Scenario scenario = Scenario.parse("""
                machines 9 tape on tcp from 127.0.0.1:0
                at 12s machine 7 power-off
                at 200ms machines 2-4 stop
                at 1min all reset
                """, FOLDER);

        assertThat(scenario.events())
                .containsExactly(
                        new Scenario.Event(Duration.ofMillis(200), 1, 4, Action.STOP),
                        new Scenario.Event(Duration.ofSeconds(12), 6, 7, Action.POWER_OFF),
                        new Scenario.Event(Duration.ofMinutes(1), 0, 9, Action.RESET));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sped-up 3 | expected seed, speed-up, ledgers, cards, profile, machines or at",
                "machines many tape on tcp from 127.0.0.1:1 | expected a whole number, found \"many\"",
                "machines 2 tap on tcp from 127.0.0.1:1 | No protocol \"tap\"; machines speak tape",
                "machines 2 tape on tcp at 127.0.0.1:1 | expected \"from\", found \"at\"",
                "machines 2 tape on tcp from 127.0.0.1 | tcp://127.0.0.1:port",
                "machines 2 tape on tcp from 127.0.0.1:65535 | ports end at 65535",
                "machines 2 tape on tcp from 127.0.0.1:0 profile old | no profile \"old\" above; there are usual",
                "machines 2 tape on tcp from 127.0.0.1:0 buffer | buffer: the line ends where a value was expected",
                "profile old buffer 12 | buffer: A machine needs a buffer of at least 64 bytes, got 12",
                "profile old knees 2 | knees: no setting \"knees\"; there are rate, fifo",
                "profile old counter thrice | counter: expected honest, stuck, jumps or counts-trims",
                "at 3s machine 1 stop | the lines above have machines 1 to 0",
                "at soon all stop | expected a time as 200ms, 1.5s or 2min, found \"soon\"",
                "at 3s all dance | Nothing called \"dance\" can happen; there are stop",
            })
    void aWrongLineIsNamedWithWhatWasExpected(String line, String complaint) {
        assertThatThrownBy(() -> Scenario.parse("seed 1\n\n" + line, FOLDER))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scenario line 3 \"" + line + "\"")
                .hasMessageContaining(complaint);
    }

    @Test
    void aScenarioWithoutMachinesIsNone() {
        assertThatThrownBy(() -> Scenario.parse("seed 1", FOLDER)).hasMessageContaining("no machines");
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void theScenariosWeShipAreSound(Path file) throws IOException {
        assertThat(Scenario.read(file, FOLDER).machines()).isNotEmpty();
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all).isNotEmpty();
            return all;
        }
    }

    @Test
    void eventsHappenToTheMachinesTheyName(@TempDir Path folder) throws Exception {
        Scenario scenario = Scenario.parse("""
                machines 3 tape on tcp from 127.0.0.1:0
                at 20ms machine 2 power-off
                at 30ms machine 2 power-on
                at 40ms machines 2-3 stop
                """, folder);
        try (Simulator simulator = Simulator.start(scenario.machines())) {
            Thread clock = EventClock.start(simulator, scenario.events());
            clock.join();
        }

        assertThat(kinds(folder, 1)).containsExactly(LedgerEvent.Kind.POWER_ON);
        assertThat(kinds(folder, 2))
                .containsExactly(
                        LedgerEvent.Kind.POWER_ON,
                        LedgerEvent.Kind.POWER_OFF,
                        LedgerEvent.Kind.POWER_ON,
                        LedgerEvent.Kind.STOP);
        assertThat(kinds(folder, 3)).containsExactly(LedgerEvent.Kind.POWER_ON, LedgerEvent.Kind.STOP);
    }

    private static List<LedgerEvent.Kind> kinds(Path folder, int machine) throws IOException {
        return Ledger.read(folder.resolve(machine + ".ledger")).events().stream()
                .map(LedgerEvent::kind)
                .toList();
    }
}
