package org.stitchery.driver.grbl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.dst.DstFormat;
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

/** A simulated grblHAL with a card at a real line: what a person has put on the card is run, and only that. */
@Timeout(120)
class GrblCardOnSimulatorTest {

    private static final String LABEL = "ROSE-7";
    private static final int RATE = MachinePlan.USUAL_LINE_BYTES_PER_SECOND;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path card;
    private final LineDriver driver = new GrblDriver();
    private final PacingLoop loop = new PacingLoop();
    private final Queue<MachineEvent> events = new ConcurrentLinkedQueue<>();

    GrblCardOnSimulatorTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.card = Files.createDirectory(folder.resolve("card"));
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "pty"})
    void whatLiesOnTheCardIsSewnAndSaidToBe(String kind) throws Exception {
        StitchPattern design = design(300);
        Files.write(card.resolve("rose-7.dst"), dst(design));
        Files.write(card.resolve("OTHER.DST"), dst(design(20)));
        try (Simulator simulator = simulator(kind, MachineTraits.standard().withSpeedUp(1_000))) {
            Outcome outcome = get(attach(simulator).deliver(order(design), PATIENCE));

            assertThat(outcome).isInstanceOf(Outcome.Sewn.class);
            Sewing sewing = onlySewing();
            assertThat(sewing.label()).isEqualTo(LABEL);
            assertThat(sewing.ended()).isTrue();
            assertThat(sewing.differencesFrom(design)).isEmpty();
            assertThat(sewing.colorChanges()).isEqualTo(1);
        }
    }

    @Test
    void aBrokenThreadIsToldAndTheEndIsStillTheEnd() throws Exception {
        StitchPattern design = design(200);
        Files.write(card.resolve("ROSE-7.DST"), dst(design));
        MachineTraits breaking = MachineTraits.standard().withSpeedUp(100).withBreaks(15, 3);
        try (Simulator simulator = simulator("tcp", breaking)) {
            Outcome outcome = get(attach(simulator).deliver(order(design), PATIENCE));

            assertThat(outcome).isInstanceOf(Outcome.Sewn.class);
            assertThat(Ledger.read(ledger()).events(Kind.THREAD_BREAK)).isNotEmpty();
            assertThat(events).anyMatch(MachineEvent.ThreadBroke.class::isInstance);
            assertThat(onlySewing().differencesFrom(design)).isEmpty();
        }
    }

    @Test
    void anAbortStopsTheRunAndNobodyClaimsAnything() throws Exception {
        StitchPattern design = design(2_000);
        Files.write(card.resolve("ROSE-7.DST"), dst(design));
        try (Simulator simulator = simulator("tcp", MachineTraits.standard().withSpeedUp(20))) {
            MachineLine line = attach(simulator);
            CompletableFuture<Outcome> delivery = line.deliver(order(design), PATIENCE);
            await(() -> events.stream().anyMatch(MachineEvent.Sewing.class::isInstance));
            line.abort();

            assertThat(get(delivery)).isInstanceOf(Outcome.Unknown.class);
            await(() -> !events(Kind.RESET).isEmpty());
            assertThat(onlySewing().ended()).isFalse();
        }
    }

    @Test
    void anotherDesignOfThatNameIsNotRun() throws Exception {
        Files.write(card.resolve("ROSE-7.DST"), dst(design(299)));
        assertThatNothingIsRun("bytes, the design has");
    }

    @Test
    void whatIsNotOnTheCardIsAskedFor() throws Exception {
        assertThatNothingIsRun("There is no /ROSE-7.DST on the card");
    }

    @Test
    void besideALookalikeNothingIsRun() throws Exception {
        Files.write(card.resolve("ROSE-7.DST"), dst(design(300)));
        Files.write(card.resolve("ROSE-6.DST"), dst(design(300)));
        assertThatNothingIsRun("there is also /ROSE-6.DST");
    }

    private void assertThatNothingIsRun(String why) throws Exception {
        StitchPattern design = design(300);
        try (Simulator simulator = simulator("tcp", MachineTraits.standard().withSpeedUp(1_000))) {
            Outcome outcome = get(attach(simulator).deliver(order(design), PATIENCE));

            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Hold.class,
                            hold -> assertThat(hold.detail()).contains(why));
        }
        assertThat(Ledger.read(ledger()).sewings()).isEmpty();
    }

    private static StitchPattern design(int stitches) {
        StitchPattern.Builder b = StitchPattern.builder(LABEL);
        for (int i = 0; i < stitches; i++) {
            if (i == stitches / 2) {
                b.colorChange();
            }
            b.stitchTo(12 + 7 * i % 143, -9 - 11 * i % 97);
        }
        return b.build();
    }

    private static byte[] dst(StitchPattern design) {
        return DstFormat.DST
                .writer()
                .orElseThrow()
                .write(design, WriteOptions.usual())
                .file()
                .bytes();
    }

    private static DeliveryOrder order(StitchPattern design) {
        return new DeliveryOrder(LABEL, "dst", dst(design), 7);
    }

    private Simulator simulator(String kind, MachineTraits traits) throws IOException {
        ListenAddress listen = kind.equals("pty")
                ? new ListenAddress.Pty(folder.resolve("ttyMACHINE"))
                : new ListenAddress.Tcp("127.0.0.1", 0);
        return Simulator.start(
                List.of(new MachinePlan(listen, ledger(), Protocol.GRBL_CARD, RATE, traits.withCard(card))));
    }

    private Path ledger() {
        return folder.resolve("machine.ledger");
    }

    private MachineLine attach(Simulator simulator) throws Exception {
        String address = simulator.addresses().get(0);
        LineUri uri = LineUri.parse(
                address.startsWith("tcp:")
                        ? address + "?rate=" + RATE
                        : "serial:" + folder.resolve("ttyMACHINE") + "?baud=115200");
        DriverSettings settings =
                DriverSettings.of(driver.description().settings(), Map.of("delivery", "card", "banner-seconds", "0"));
        return loop.attach(Transports.open(uri, folder), driver, settings, 7, events::add);
    }

    private Sewing onlySewing() throws IOException {
        List<Sewing> sewings = Ledger.read(ledger()).sewings();
        assertThat(sewings).hasSize(1);
        return sewings.get(0);
    }

    private List<?> events(Kind kind) {
        try {
            return Ledger.read(ledger()).events(kind);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome get(CompletableFuture<Outcome> outcome) throws Exception {
        return outcome.get(100, TimeUnit.SECONDS);
    }

    private static void await(BooleanSupplier until) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!until.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited a minute").isLessThan(deadline);
            LockSupport.parkNanos(5_000_000);
        }
    }
}
