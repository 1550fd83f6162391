package org.stitchery.driver.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.embroidery.format.Formats;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/** Driver, loop and line at real time against the simulated controller; what its needle did is compared stitch for stitch. */
@Timeout(180)
class GrblOnSimulatorTest {

    private static final int RATE = MachinePlan.USUAL_LINE_BYTES_PER_SECOND;
    private static final String LABEL = "ROSE-7";

    private final Path folder;
    private final LineDriver driver = new GrblDriver();
    private final PacingLoop loop = new PacingLoop();
    private final Queue<MachineEvent> events = new ConcurrentLinkedQueue<>();

    GrblOnSimulatorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @ParameterizedTest
    @CsvSource({
        "pty, grbl, shaft, character-count, 400",
        "tcp, grbl, shaft, character-count, 400",
        "tcp, grbl, shaft, send-response, 150",
        "tcp, grbl-servo, servo, character-count, 150",
        "tcp, grbl-trigger, trigger, character-count, 150"
    })
    void whatTheNeedleDidEqualsTheDesign(String kind, String protocol, String needle, String streaming, int stitches)
            throws Exception {
        StitchPattern design = design(stitches);
        Map<String, String> settings = Map.of("needle", needle, "streaming", streaming);
        try (Simulator simulator = simulator(kind, protocol, 2_000)) {
            MachineLine line = attach(simulator, settings);
            assertThat(line.probe(Duration.ofSeconds(20))
                            .get(30, TimeUnit.SECONDS)
                            .state())
                    .isEqualTo(ProbeResult.State.READY);
            Outcome outcome = get(line.deliver(order(design, settings), Duration.ofSeconds(30)));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Delivered.class,
                            delivered -> assertThat(delivered.evidence()).isEqualTo(Evidence.EXECUTED));
            Sewing sewing = sewn(design);
            assertThat(sewing.ended()).isTrue();
            assertThat(sewing.colorChanges()).isEqualTo(1);
            assertThat(sewing.trims()).isEqualTo(needle.equals("trigger") ? 0 : 2);
            line.close().get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void whatIsCheckedFirstIsSewnOnce() throws Exception {
        StitchPattern design = design(60);
        Map<String, String> settings = Map.of("check-first", "true");
        try (Simulator simulator = simulator("tcp", "grbl", 2_000)) {
            Outcome outcome = get(attach(simulator, settings).deliver(order(design, settings), Duration.ofSeconds(30)));

            assertThat(outcome).isInstanceOf(Outcome.Delivered.class);
            sewn(design);
        }
    }

    @Test
    void anAbortStopsTheNeedleInTheMiddleAndTheOutcomeIsUnknown() throws Exception {
        StitchPattern design = design(2_000);
        try (Simulator simulator = simulator("tcp", "grbl", 20)) {
            MachineLine line = attach(simulator, Map.of());
            CompletableFuture<Outcome> delivery = line.deliver(order(design, Map.of()), Duration.ofSeconds(30));
            await(() -> events.stream().anyMatch(MachineEvent.Sewing.class::isInstance));
            long asked = System.nanoTime();
            line.abort();
            Outcome outcome = get(delivery);

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(2));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            await(() -> resets() > 0);
            assertThat(Ledger.read(ledger()).sewings().get(0).ended()).isFalse();
        }
    }

    private int resets() {
        try {
            return Ledger.read(ledger()).events(Kind.RESET).size();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Two colours, a trim, jumps, and stitches in the same place. */
    private static StitchPattern design(int stitches) {
        StitchPattern.Builder b = StitchPattern.builder(LABEL).jumpTo(-37, 58).jumpTo(12, -9);
        for (int i = 0; i < stitches; i++) {
            b.stitchTo(12 + 7 * i % 143, -9 - 11 * i % 97);
            if (i == stitches / 3) {
                b.trim().jumpTo(200, 200);
            } else if (i == stitches / 2) {
                b.trim().colorChange();
            }
        }
        return b.stitchTo(b.x(), b.y()).build();
    }

    private DeliveryOrder order(StitchPattern design, Map<String, String> settings) {
        String format = driver.formats(settings(settings)).get(0);
        byte[] content = Formats.byId(format)
                .orElseThrow()
                .writer()
                .orElseThrow()
                .write(design)
                .file()
                .bytes();
        return new DeliveryOrder(LABEL, format, content, 7);
    }

    private DriverSettings settings(Map<String, String> settings) {
        return DriverSettings.of(driver.description().settings(), settings);
    }

    private Simulator simulator(String kind, String protocol, double speedUp) throws IOException {
        ListenAddress listen = kind.equals("pty")
                ? new ListenAddress.Pty(folder.resolve("ttyMACHINE"))
                : new ListenAddress.Tcp("127.0.0.1", 0);
        MachineTraits traits = MachineTraits.standard().withSpeedUp(speedUp);
        return Simulator.start(List.of(new MachinePlan(listen, ledger(), Protocol.named(protocol), RATE, traits)));
    }

    private Path ledger() {
        return folder.resolve("machine.ledger");
    }

    private MachineLine attach(Simulator simulator, Map<String, String> settings) throws Exception {
        String address = simulator.addresses().get(0);
        LineUri uri = LineUri.parse(
                address.startsWith("tcp:")
                        ? address + "?rate=" + RATE
                        : "serial:" + folder.resolve("ttyMACHINE") + "?baud=115200");
        return loop.attach(Transports.open(uri, folder), driver, settings(settings), 7, events::add);
    }

    private static Outcome get(CompletableFuture<Outcome> outcome) throws Exception {
        return outcome.get(150, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Sewing sewn(StitchPattern design) throws IOException {
        Ledger ledger = Ledger.read(ledger());
        assertThat(ledger.events(Kind.OVERRUN)).isEmpty();
        assertThat(ledger.sewings()).hasSize(1);
        Sewing sewing = ledger.sewings().get(0);
        assertThat(sewing.differencesFrom(design)).isEmpty();
        return sewing;
    }
}
