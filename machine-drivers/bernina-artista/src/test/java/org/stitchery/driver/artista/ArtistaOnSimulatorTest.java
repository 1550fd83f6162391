package org.stitchery.driver.artista;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.embroidery.format.exp.ExpFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/** Driver, loop and line with a machine that echoes, has a memory map, and sews what lies in it afterwards. */
@Timeout(90)
class ArtistaOnSimulatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void whatIsUploadedIsStoredWholeAndIsWhatItsOperatorSews(@TempDir Path folder) throws Exception {
        StitchPattern design = design();
        byte[] exp = ExpFormat.EXP.writer().orElseThrow().write(design).file().bytes();
        ArtistaDriver driver = new ArtistaDriver();
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        MachinePlan plan = new MachinePlan(
                ListenAddress.parse("tcp://127.0.0.1:0"),
                folder.resolve("ledger"),
                Protocol.ARTISTA,
                1920,
                MachineTraits.standard().withSpeedUp(500));
        try (Simulator room = Simulator.start(List.of(plan));
                PacingLoop loop = new PacingLoop()) {
            LineUri uri = LineUri.parse(room.addresses().get(0) + "?rate=11520");
            MachineLine line = loop.attach(Transports.open(uri, folder), driver, settings, 7, event -> {});
            ProbeResult probe = line.probe(Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS);
            assertThat(probe.state()).as(probe.detail()).isEqualTo(ProbeResult.State.READY);
            long began = System.nanoTime();
            Outcome outcome = line.deliver(new DeliveryOrder("ROSE-0042", "exp", exp, 7), PATIENCE)
                    .get(80, TimeUnit.SECONDS);
            System.out.printf("an upload of %d bytes took %.1f s%n", exp.length, (System.nanoTime() - began) / 1e9);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            stored -> assertThat(stored.evidence()).isEqualTo(Evidence.ACKNOWLEDGED));
            Ledger ledger = Ledger.read(folder.resolve("ledger"));
            for (int i = 0;
                    i < 300
                            && (ledger.sewings().isEmpty()
                                    || !ledger.sewings().get(0).ended());
                    i++) {
                line.probe(Duration.ofSeconds(20)).get(30, TimeUnit.SECONDS);
                ledger = Ledger.read(folder.resolve("ledger"));
            }
            List<Sewing> sewings = ledger.sewings("ROSE-0042");
            assertThat(sewings).hasSize(1);
            assertThat(sewings.get(0).differencesFrom(design)).isEmpty();
            assertThat(ledger.events(LedgerEvent.Kind.TAPE_ERROR))
                    .as("no command that programs, halts or restarts")
                    .isEmpty();
        }
    }

    private static StitchPattern design() {
        StitchPattern.Builder rows = StitchPattern.builder("ROSE-0042");
        for (int i = 0; i < 120; i++) {
            if (i == 60) {
                rows.trim().colorChange();
            }
            rows.stitchTo(20 * (i % 12), 20 * (i / 12));
        }
        return rows.build();
    }
}
