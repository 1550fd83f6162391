package org.stitchery.driver.tapereader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.OpenTransport;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.TransportException;
import org.stitchery.transport.Transports;

/**
 * A design goes through driver, loop, transport, ser2net and a pseudo terminal to a simulated machine, whose own ledger
 * says what its needle did. The machine sews slower than the line is, so that XOFF and XON go the whole way back.
 */
@Timeout(60)
class TapeThroughPortServerTest {

    private static final StitchPattern DESIGN = wandering("ROSE-1", 4000);

    private final Path folder;

    TapeThroughPortServerTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void overRfc2217TheNeedleDoesWhatTheDesignSays() throws Exception {
        sewn("telnet(rfc2217),tcp", "rfc2217://127.0.0.1:%d?baud=115200");
    }

    @Test
    void overABarePortTheNeedleDoesWhatTheDesignSays() throws Exception {
        sewn("tcp", "tcp://127.0.0.1:%d?rate=11520");
    }

    private void sewn(String accepter, String address) throws Exception {
        assumeThat(System.getProperty("os.name"))
                .as("machines on pseudo terminals are played on Linux only")
                .isEqualTo("Linux");
        Path device = folder.resolve("machine");
        Path ledger = folder.resolve("ledger");
        MachinePlan plan = new MachinePlan(
                ListenAddress.parse("pty:" + device),
                ledger,
                MachinePlan.USUAL_LINE_BYTES_PER_SECOND,
                MachineTraits.standard().withSpeedUp(150));
        AtomicInteger holds = new AtomicInteger();
        TapeReaderDriver driver = new TapeReaderDriver();
        DriverSettings settings = DriverSettings.of(driver.description().settings(), Map.of());
        try (Simulator simulator = Simulator.start(List.of(plan));
                PortServer server = PortServer.open(folder, device, accepter);
                PacingLoop loop = new PacingLoop()) {
            assertThat(simulator.size()).isEqualTo(1);
            LineUri uri = LineUri.parse(address.formatted(server.port()));
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            Outcome outcome;
            do {
                // The server frees its device, and the machine its line, a moment after whoever knocked has left; until
                // then a line may be taken away again before the first byte.
                MachineLine line = loop.attach(open(uri), driver, settings, 7, event -> {
                    if (event instanceof MachineEvent.HeldByMachine) {
                        holds.incrementAndGet();
                    }
                });
                outcome = line.deliver(order(), Duration.ofSeconds(30)).get(50, TimeUnit.SECONDS);
                if (outcome instanceof Outcome.NotStarted) {
                    line.close().get(5, TimeUnit.SECONDS);
                }
            } while (outcome instanceof Outcome.NotStarted && System.nanoTime() - end < 0);
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.ON_THE_WIRE));
            Ledger sewn = awaitEnd(ledger);
            assertThat(sewn.events(LedgerEvent.Kind.OVERRUN)).isEmpty();
            assertThat(sewn.sewings("ROSE-1")).hasSize(1);
            assertThat(sewn.sewings("ROSE-1").get(0).differencesFrom(DESIGN)).isEmpty();
            assertThat(holds).hasPositiveValue();
        }
    }

    /** The server frees its device a moment after the client before has left. */
    private OpenTransport open(LineUri uri) throws TransportException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (true) {
            try {
                return Transports.open(uri, folder);
            } catch (TransportException e) {
                if (System.nanoTime() - end > 0) {
                    throw e;
                }
            }
        }
    }

    private static Ledger awaitEnd(Path file) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            Ledger ledger = Ledger.read(file);
            if (!ledger.events(LedgerEvent.Kind.END).isEmpty()) {
                return ledger;
            }
            assertThat(System.nanoTime() - end).isNegative();
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static DeliveryOrder order() {
        byte[] file = DstFormat.DST
                .writer()
                .orElseThrow()
                .write(DESIGN, WriteOptions.usual())
                .file()
                .bytes();
        return new DeliveryOrder(DESIGN.name(), "dst", file, 7);
    }

    private static StitchPattern wandering(String label, int stitches) {
        Random random = new Random(7);
        StitchPattern.Builder builder = StitchPattern.builder(label);
        for (int i = 0; i < stitches; i++) {
            int dx = random.nextInt(61) - 30;
            int dy = random.nextInt(61) - 30;
            if (i > 0 && i % 100 == 0) {
                builder.trim();
                builder.jumpTo(builder.x() + dx, builder.y() + dy);
            }
            if (i == stitches / 2) {
                builder.colorChange();
            }
            builder.stitchTo(builder.x() + dx, builder.y() + dy);
        }
        return builder.build();
    }
}
