package org.stitchery.driver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
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

/**
 * One driver, the loop and a line at real time against a simulated machine; what its needle did stands in the machine's own
 * ledger and is compared stitch for stitch. A design here has two colours.
 */
public final class SewingBench implements AutoCloseable {

    private static final String LABEL = "ROSE-7";
    private static final long FENCE = 7;
    private static final int RATE = MachinePlan.USUAL_LINE_BYTES_PER_SECOND;

    /** Fails a test in the end; never waited for otherwise. */
    private static final long LONGEST_WAIT_SECONDS = 150;

    private final LineDriver driver;
    private final Path folder;
    private final PacingLoop loop = new PacingLoop();
    private final Queue<MachineEvent> events = new ConcurrentLinkedQueue<>();

    /** @param folder for the machine's ledger, its terminal and locks; empty */
    public SewingBench(LineDriver driver, Path folder) {
        this.driver = driver;
        this.folder = folder;
    }

    /**
     * Starts a machine.
     *
     * @param kind of its line: {@code pty} or {@code tcp}
     * @param protocol as {@code stitchery simulate --protocol} knows it
     * @param speedUp how much faster than a needle it sews; the line stays as it is
     */
    public Simulator machine(String kind, String protocol, double speedUp) throws IOException {
        ListenAddress listen =
                kind.equals("pty") ? new ListenAddress.Pty(terminal()) : new ListenAddress.Tcp("127.0.0.1", 0);
        MachineTraits traits = MachineTraits.standard().withSpeedUp(speedUp);
        return Simulator.start(List.of(new MachinePlan(listen, place(), Protocol.named(protocol), RATE, traits)));
    }

    /** @param settings that differ from their defaults */
    public MachineLine attach(Simulator machine, Map<String, String> settings) throws IOException {
        String address = machine.addresses().get(0);
        LineUri uri = LineUri.parse(
                address.startsWith("tcp:") ? address + "?rate=" + RATE : "serial:" + terminal() + "?baud=115200");
        return loop.attach(Transports.open(uri, folder), driver, settings(settings), FENCE, events::add);
    }

    /** The design in the encoding the driver likes best with these settings. */
    public DeliveryOrder order(StitchPattern design, Map<String, String> settings) {
        String format = driver.formats(settings(settings)).get(0);
        byte[] content = Formats.byId(format)
                .orElseThrow()
                .writer()
                .orElseThrow()
                .write(design)
                .file()
                .bytes();
        return new DeliveryOrder(LABEL, format, content, FENCE);
    }

    /** Two colours, a trim, jumps, and stitches in the same place. */
    public static StitchPattern design(int stitches) {
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

    /** What the driver has told so far. */
    public Collection<MachineEvent> events() {
        return List.copyOf(events);
    }

    /** What the machine has written down so far. */
    public Ledger ledger() throws IOException {
        return Ledger.read(place());
    }

    /** That design was sewn, once, stitch for stitch, and nothing else; no byte was lost on the way. */
    public Sewing sewnOnce(StitchPattern design) throws IOException {
        Ledger ledger = ledger();
        assertThat(ledger.events(Kind.OVERRUN)).isEmpty();
        assertThat(ledger.sewings()).hasSize(1);
        Sewing sewing = ledger.sewings().get(0);
        assertThat(sewing.differencesFrom(design)).isEmpty();
        return sewing;
    }

    public static Outcome get(CompletableFuture<Outcome> outcome) throws Exception {
        return outcome.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    public static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private DriverSettings settings(Map<String, String> settings) {
        return DriverSettings.of(driver.description().settings(), settings);
    }

    private Path terminal() {
        return folder.resolve("ttyMACHINE");
    }

    private Path place() {
        return folder.resolve("machine.ledger");
    }

    @Override
    public void close() {
        loop.close();
    }
}
