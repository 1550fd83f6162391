package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.stitchery.driver.api.Exchange.Ending;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/** One line in fake time: how long a host waits for what. */
class LineTurnerTest {

    private static final Duration STALL = Duration.ofSeconds(20);
    private static final Duration HELD = Duration.ofMinutes(30);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000_000_000L);
    private final MemoryTransport line = new MemoryTransport();
    private final List<MachineEvent> events = new ArrayList<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final LineTurner turner =
            new LineTurner(line, new FeedDriver(), FeedDriver.noSettings(), HELD, events::add, clock::get);

    @Test
    void aLineThatTakesNothingMoreEndsAfterTheStallLimit() throws Exception {
        line.takes(10);
        start();
        turnFor(STALL.minusMillis(2));
        assertThat(outcome).isNotDone();
        turnFor(Duration.ofMillis(3));
        assertThat(result()).isEqualTo(new Outcome.Unknown(10, "DEADLINE"));
        assertThat(turner.busy()).isFalse();
    }

    @Test
    void beforeTheFirstByteItEndsAsNotStarted() throws Exception {
        line.takes(0);
        start();
        turnFor(STALL.plusMillis(2));
        assertThat(result()).isInstanceOf(Outcome.NotStarted.class);
    }

    @Test
    void whileTheMachineHoldsUsTheLongLimitCountsFromWhenItBegan() throws Exception {
        line.takes(10);
        start();
        turnFor(Duration.ofSeconds(15));
        line.say(0x13);
        turnFor(HELD.minusSeconds(1));
        assertThat(outcome).isNotDone();
        turnFor(Duration.ofSeconds(2));
        assertThat(result()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void afterTheMachineLetsGoTheStallLimitCountsAnew() throws Exception {
        line.takes(10);
        start();
        line.say(0x13);
        turnFor(Duration.ofMinutes(25));
        line.say(0x11);
        turnFor(STALL.minusSeconds(1));
        assertThat(outcome).isNotDone();
        turnFor(Duration.ofSeconds(2));
        assertThat(result()).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void onlyAPersonEndsAPause() throws Exception {
        start(100_000);
        turner.pause();
        turnFor(Duration.ofHours(20));
        assertThat(outcome).isNotDone();
        line.takes(Integer.MAX_VALUE);
        turner.resume();
        turnFor(Duration.ofMillis(2));
        assertThat(result()).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aDriverThatDoesNotEndAfterAnAbortIsEnded() throws Exception {
        CompletableFuture<Outcome> stubborn = new CompletableFuture<>();
        LineTurner deaf =
                new LineTurner(line, new DeafDriver(), FeedDriver.noSettings(), HELD, events::add, clock::get);
        deaf.deliver(stubborn, FeedDriver.order(100), STALL, clock.get());
        deaf.turn(clock.get());
        deaf.abort(clock.get());
        turnFor(deaf, Duration.ofMillis(999));
        assertThat(stubborn).isNotDone();
        turnFor(deaf, Duration.ofMillis(2));
        assertThat(stubborn.get(5, TimeUnit.SECONDS)).hasToString("Unknown[bytesAccepted=100, detail=TAKEN_AWAY]");
    }

    @Test
    void aProbeEndsAtItsDeadline() throws Exception {
        CompletableFuture<ProbeResult> probe = new CompletableFuture<>();
        turner.probe(probe, Duration.ofSeconds(2), clock.get());
        turnFor(Duration.ofMillis(1999));
        assertThat(probe).isNotDone();
        turnFor(Duration.ofMillis(2));
        assertThat(probe.get(5, TimeUnit.SECONDS).state()).isEqualTo(ProbeResult.State.SILENT);
    }

    @Test
    void anIdleLineHearsTheMachineAndNoticesTheEnd() throws Exception {
        line.say(0x13, 0x11);
        turner.turn(clock.get());
        assertThat(events).containsExactly(new MachineEvent.HeldByMachine("XOFF"), new MachineEvent.Released());
        line.hangsUp();
        assertThatThrownBy(() -> turner.turn(clock.get()))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("the other side ended the connection");
    }

    @Test
    void aLineThatBreaksInMidDeliveryLeavesTheTruth() throws Exception {
        line.takes(10);
        start();
        turner.turn(clock.get());
        line.breaks();
        assertThatThrownBy(() -> turner.turn(clock.get())).isInstanceOf(TransportException.class);
        turner.finish(Ending.LINK_LOST, "gone");
        assertThat(result()).isEqualTo(new Outcome.Unknown(10, "LINK_LOST"));
        assertThat(line.isClosed()).isTrue();
    }

    @Test
    void slowLinesAreVisitedSeldomAndIdleOnesMoreSeldom() throws Exception {
        long before = clock.get();
        turner.turn(before);
        assertThat(Duration.ofNanos(turner.dueNanos() - before)).isEqualTo(Duration.ofMillis(50));
        start(100_000);
        line.takes(0);
        turner.turn(before);
        assertThat(Duration.ofNanos(turner.dueNanos() - before)).isEqualTo(Duration.ofMillis(1));
    }

    private void start() {
        start(100);
    }

    private void start(int bytes) {
        if (bytes > 1000) {
            line.takes(10);
        }
        turner.deliver(outcome, FeedDriver.order(bytes), STALL, clock.get());
    }

    private void turnFor(Duration time) throws Exception {
        turnFor(turner, time);
    }

    /** In steps of a tenth of the time, then in the last two milliseconds one by one. */
    private void turnFor(LineTurner turner, Duration time) throws Exception {
        long end = clock.get() + time.toNanos();
        long step = Math.max(1_000_000, time.toNanos() / 10);
        while (clock.get() - end < 0) {
            turner.turn(clock.get());
            clock.addAndGet(Math.min(step, end - clock.get()));
        }
        turner.turn(clock.get());
    }

    private Outcome result() throws Exception {
        return outcome.get(5, TimeUnit.SECONDS);
    }
}
