package org.stitchery.driver.needlelink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;
import org.stitchery.embroidery.format.dst.DstFormat;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.simulator.MachinePlan;
import org.stitchery.simulator.Protocol;
import org.stitchery.simulator.Simulator;
import org.stitchery.simulator.ledger.Ledger;
import org.stitchery.simulator.ledger.Sewing;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;
import org.stitchery.transport.LineUri;
import org.stitchery.transport.MachineLine;
import org.stitchery.transport.PacingLoop;
import org.stitchery.transport.Transports;

/**
 * Driver, loop, real lines and a machine that shares no code with the driver: what joins them is the protocol's
 * description. The machine's own ledger says what the needle did.
 */
@Timeout(60)
class NeedleOnSimulatorTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String LABEL = "KX7Q2MPA";
    private static final StitchPattern DESIGN = design();
    private static final byte[] DST =
            DstFormat.DST.writer().orElseThrow().write(DESIGN).file().bytes();

    private final Path folder;
    private final NeedleLinkDriver driver = new NeedleLinkDriver();
    private final PacingLoop loop = new PacingLoop();
    private final List<MachineEvent> events = new CopyOnWriteArrayList<>();
    private final Object news = new Object();
    private MachineTraits traits = MachineTraits.standard().withSpeedUp(100);

    NeedleOnSimulatorTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void overTcpItSewsEveryStitchOnceAndTheMachineSaysSo() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            Outcome outcome = outcome(attach(room).deliver(order(1, 0), PATIENCE));
            assertThat(outcome).isInstanceOf(Outcome.Sewn.class);
            assertThat(outcome.detail()).contains(LABEL).contains("300 stitches");
            assertThat(names()).contains("NeedsPerson", "Sewing", "CounterRead", "ColorChanged", "Progressed");
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
        assertThat(onlySewing().ended()).isTrue();
    }

    @Test
    void overASerialLineItDoesTheSame() throws Exception {
        Path port = folder.resolve("ttyNEEDLE");
        try (Simulator room = start("pty:" + port)) {
            MachineLine line = attach(LineUri.parse("serial:" + port + "?baud=115200"));
            assertThat(outcome(line.deliver(order(1, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
            assertThat(room.size()).isEqualTo(1);
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void threadBreaksAreToldAndTheCounterGoesBack() throws Exception {
        traits = traits.withBreaks(25, 5);
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            Outcome outcome = outcome(attach(room).deliver(order(1, 0), PATIENCE));
            assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Sewn.class);
        }
        Sewing sewing = onlySewing();
        assertThat(sewing.backUps()).isNotEmpty();
        assertThat(sewing.differencesFrom(DESIGN)).isEmpty();
        assertThat(names().stream().filter("ThreadBroke"::equals))
                .hasSize(sewing.backUps().size());
        List<Long> counted = events.stream()
                .filter(MachineEvent.CounterRead.class::isInstance)
                .map(event -> ((MachineEvent.CounterRead) event).stitches())
                .toList();
        assertThat(counted).isNotEqualTo(counted.stream().sorted().toList());
    }

    @Test
    void aLineLostWhileItSewsIsLearntAboutAfterwardsAndNothingIsSewnTwice() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            CompletableFuture<Outcome> first = line.deliver(order(77, 0), PATIENCE);
            await(MachineEvent.Sewing.class::isInstance);
            line.close().get(5, TimeUnit.SECONDS);
            assertThat(outcome(first)).isInstanceOf(Outcome.Unknown.class);
            MachineLine again = attach(room);
            Outcome second = outcome(again.deliver(order(77, 0), PATIENCE));
            assertThat(second).as("%s", second).isInstanceOf(Outcome.Sewn.class);
            assertThat(outcome(again.deliver(order(77, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
            ProbeResult probe = again.probe(Duration.ofSeconds(5)).get(10, TimeUnit.SECONDS);
            assertThat(probe.detail()).contains("run 1 of " + LABEL + " was sewn to its end");
            assertThat(probe.holds()).isPresent();
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aLineLostWhileTheDesignIsHandedOverGoesOnWhereItWas() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            CompletableFuture<Outcome> first = line.deliver(order(78, 0), PATIENCE);
            await(event -> event instanceof MachineEvent.Progressed far && far.bytes() > 400);
            line.close().get(5, TimeUnit.SECONDS);
            assertThat(outcome(first)).isInstanceOf(Outcome.Unknown.class);
            assertThat(outcome(attach(room).deliver(order(78, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aNewAttemptAtTheSameDesignIsSewnAgain() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            assertThat(outcome(line.deliver(order(1, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
            assertThat(outcome(line.deliver(order(2, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
        }
        assertThat(Ledger.read(folder.resolve("ledger")).sewings(LABEL)).hasSize(2);
    }

    @Test
    void powerThatComesBackToAMachineThatRemembersItsPlaceLosesNothing() throws Exception {
        traits = traits.withRemembersPlace(true);
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            CompletableFuture<Outcome> sewing = attach(room).deliver(order(1, 0), PATIENCE);
            await(MachineEvent.Sewing.class::isInstance);
            room.atPanel(0, (machine, now) -> machine.powerOff(now));
            room.atPanel(0, (machine, now) -> machine.powerOn(now));
            Outcome outcome = outcome(sewing);
            assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Sewn.class);
            assertThat(names().stream().filter("NeedsPerson"::equals)).hasSizeGreaterThan(1);
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void powerThatComesBackToAMachineThatForgetsItsPlaceEndsInTheTruth() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            CompletableFuture<Outcome> sewing = line.deliver(order(1, 0), PATIENCE);
            await(MachineEvent.Sewing.class::isInstance);
            room.atPanel(0, (machine, now) -> machine.powerOff(now));
            room.atPanel(0, (machine, now) -> machine.powerOn(now));
            Outcome outcome = outcome(sewing);
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
            assertThat(outcome.detail()).contains("given up at stitch");
            assertThat(outcome(line.deliver(order(2, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
        }
        List<Sewing> sewings = Ledger.read(folder.resolve("ledger")).sewings(LABEL);
        assertThat(sewings).hasSize(2);
        assertThat(sewings.get(0).ended()).isFalse();
        assertThat(sewings.get(1).differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void aHostPausesAndGoesOnAndAPersonStopsAndGoesOn() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            CompletableFuture<Outcome> sewing = line.deliver(order(1, 0), PATIENCE);
            await(MachineEvent.Sewing.class::isInstance);
            line.pause();
            await(MachineEvent.Paused.class::isInstance);
            line.resume();
            await(MachineEvent.Resumed.class::isInstance);
            room.atPanel(0, (machine, now) -> machine.stop(now));
            await(MachineEvent.HeldByMachine.class::isInstance);
            room.atPanel(0, (machine, now) -> machine.go(now));
            assertThat(outcome(sewing)).isInstanceOf(Outcome.Sewn.class);
        }
        assertThat(onlySewing().differencesFrom(DESIGN)).isEmpty();
    }

    @Test
    void anAbortBeforeTheFirstStitchIsProvedByTheMachineAndOneAfterItIsNot() throws Exception {
        traits = traits.withSpeedUp(20);
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            CompletableFuture<Outcome> waiting = line.deliver(order(1, 0), PATIENCE);
            await(MachineEvent.NeedsPerson.class::isInstance);
            line.abort();
            assertThat(outcome(waiting)).isInstanceOf(Outcome.NotStarted.class);
            CompletableFuture<Outcome> sewing = line.deliver(order(2, 0), PATIENCE);
            await(MachineEvent.Sewing.class::isInstance);
            line.abort();
            assertThat(outcome(sewing)).isInstanceOf(Outcome.Unknown.class);
        }
        assertThat(onlySewing().ended()).isFalse();
    }

    @Test
    void itBeginsAtTheStitchAPersonAskedFor() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            Outcome outcome = outcome(line.deliver(order(1, 250), PATIENCE));
            assertThat(outcome).as("%s", outcome).isInstanceOf(Outcome.Sewn.class);
            Outcome beyond = outcome(line.deliver(order(2, 300), PATIENCE));
            assertThat(beyond).as("%s", beyond).isInstanceOf(Outcome.Rejected.class);
        }
        List<Sewing.Penetration> sewn = onlySewing().penetrations();
        assertThat(sewn).hasSize(50);
        assertThat(sewn.get(0)).isEqualTo(new Sewing.Penetration(250, 20 * (250 % 20), 20 * (250 / 20)));
    }

    @Test
    void aHostWithAnOlderRightIsRefused() throws Exception {
        try (Simulator room = start("tcp://127.0.0.1:0")) {
            MachineLine line = attach(room);
            assertThat(outcome(line.deliver(order(1, 0), PATIENCE))).isInstanceOf(Outcome.Sewn.class);
            line.close().get(5, TimeUnit.SECONDS);
            DeliveryOrder older = new DeliveryOrder(LABEL, "dst", DST, 4, List.of(), 0, 2);
            MachineLine other = loop.attach(
                    Transports.open(uri(room), folder.resolve("elsewhere")), driver, settings(), 4, this::heard);
            Outcome outcome = outcome(other.deliver(older, PATIENCE));
            assertThat(outcome).isInstanceOf(Outcome.NotStarted.class);
            assertThat(outcome.detail()).contains("newer right");
        }
        assertThat(onlySewing().ended()).isTrue();
    }

    // ---- the room

    private Simulator start(String address) throws IOException {
        return Simulator.start(List.of(new MachinePlan(
                ListenAddress.parse(address), folder.resolve("ledger"), Protocol.NEEDLE_LINK, 11_520, traits)));
    }

    private MachineLine attach(Simulator room) throws Exception {
        return attach(uri(room));
    }

    private static LineUri uri(Simulator room) {
        return LineUri.parse(room.addresses().get(0) + "?rate=11520");
    }

    /** The machine may need a moment to see that the last host has left. */
    private MachineLine attach(LineUri uri) throws Exception {
        for (int i = 0; ; i++) {
            events.clear();
            MachineLine line = loop.attach(Transports.open(uri, folder), driver, settings(), 7, this::heard);
            ProbeResult probe = line.probe(Duration.ofSeconds(3)).get(10, TimeUnit.SECONDS);
            if (line.lost().isEmpty() && probe.state() != ProbeResult.State.SILENT || i == 20) {
                return line;
            }
            line.close().get(5, TimeUnit.SECONDS);
        }
    }

    private DriverSettings settings() {
        return DriverSettings.of(driver.description().settings(), Map.of("poll-seconds", "1", "silence-seconds", "30"));
    }

    private static DeliveryOrder order(long attempt, long fromStitch) {
        return new DeliveryOrder(LABEL, "dst", DST, 7, List.of(), fromStitch, attempt);
    }

    private static Outcome outcome(CompletableFuture<Outcome> promise) throws Exception {
        return promise.get(45, TimeUnit.SECONDS);
    }

    private void heard(MachineEvent event) {
        synchronized (news) {
            events.add(event);
            news.notifyAll();
        }
    }

    private void await(Predicate<MachineEvent> wanted) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        synchronized (news) {
            while (events.stream().noneMatch(wanted) && System.nanoTime() - end < 0) {
                news.wait(100);
            }
        }
        assertThat(events).anyMatch(wanted);
    }

    private List<String> names() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    private Sewing onlySewing() throws IOException {
        List<Sewing> sewings = Ledger.read(folder.resolve("ledger")).sewings();
        assertThat(sewings).hasSize(1);
        return sewings.get(0);
    }

    /** Fifteen rows of twenty stitches, with another thread in the middle. */
    private static StitchPattern design() {
        StitchPattern.Builder rows = StitchPattern.builder(LABEL);
        for (int i = 0; i < 300; i++) {
            if (i == 150) {
                rows.trim().colorChange();
            }
            rows.stitchTo(20 * (i % 20), 20 * (i / 20));
        }
        return rows.build();
    }
}
