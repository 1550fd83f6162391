package org.stitchery.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/** The loop on lines in memory: every promise is kept, whatever happens. */
@Timeout(60)
class PacingLoopTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final PacingLoop loop = new PacingLoop();
    private final MemoryTransport transport = new MemoryTransport();
    private final BlockingQueue<MachineEvent> events = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aDeliveryArrivesAndTheLineTakesTheNext() throws Exception {
        MachineLine line = attach(new FeedDriver());
        assertThat(get(line.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
        assertThat(get(line.deliver(FeedDriver.order(300), LONG))).isInstanceOf(Outcome.Delivered.class);
        assertThat(transport.accepted()).hasSize(800);
        assertThat(line.lost()).isEmpty();
    }

    @Test
    void aSecondDeliveryAtTheSameTimeIsNotStarted() throws Exception {
        transport.takes(10);
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<Outcome> first = line.deliver(FeedDriver.order(500), LONG);
        assertThat(get(line.deliver(FeedDriver.order(500), LONG)))
                .isInstanceOf(Outcome.NotStarted.class)
                .hasToString("NotStarted[proof=no byte was handed to the transport, "
                        + "detail=another exchange is running on this line]");
        assertThat(get(line.probe(LONG)).state()).isEqualTo(ProbeResult.State.BUSY);
        line.abort();
        assertThat(get(first)).isEqualTo(new Outcome.Unknown(10, "aborted"));
    }

    @Test
    void pauseStopsAndResumeGoesOn() throws Exception {
        transport.takes(10);
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(500), LONG);
        line.pause();
        assertThat(event()).isEqualTo(new MachineEvent.Paused());
        transport.takes(Integer.MAX_VALUE);
        line.resume();
        assertThat(event()).isEqualTo(new MachineEvent.Resumed());
        assertThat(get(outcome)).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void closingInMidDeliveryKeepsThePromiseWithTheTruth() throws Exception {
        transport.takes(10);
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(500), LONG);
        get(line.close());
        assertThat(get(outcome)).isInstanceOfAny(Outcome.Unknown.class, Outcome.NotStarted.class);
        assertThat(transport.isClosed()).isTrue();
        assertThat(line.lost()).as("closed on request").isEmpty();
        get(line.close());
        assertThat(get(line.deliver(FeedDriver.order(5), LONG))).isInstanceOf(Outcome.NotStarted.class);
        assertThat(get(line.probe(LONG)).state()).isEqualTo(ProbeResult.State.SILENT);
    }

    @Test
    void aLostLineIsToldOnceAndAfterwards() throws Exception {
        transport.takes(10);
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<String> loss = new CompletableFuture<>();
        line.onLost(loss::complete);
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(500), LONG);
        transport.breaks();
        assertThat(get(outcome)).isInstanceOfAny(Outcome.Unknown.class, Outcome.NotStarted.class);
        assertThat(get(loss)).contains("the line broke");
        assertThat(line.lost()).contains(get(loss));
        CompletableFuture<String> later = new CompletableFuture<>();
        line.onLost(later::complete);
        assertThat(later).isCompletedWithValue(get(loss));
        get(line.close());
    }

    @Test
    void anIdleLineThatHangsUpIsLost() throws Exception {
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<String> loss = new CompletableFuture<>();
        line.onLost(loss::complete);
        transport.hangsUp();
        assertThat(get(loss)).contains("the other side ended the connection");
    }

    @Test
    void aDriverThatThrowsCostsItsOwnLineOnly() throws Exception {
        MachineLine healthy =
                loop.attach(new MemoryTransport(), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
        MachineLine line = attach(new FeedDriver(() -> {
            throw new IllegalStateException("driver bug");
        }));
        assertThat(get(line.deliver(FeedDriver.order(500), LONG)))
                .isInstanceOf(Outcome.NotStarted.class)
                .extracting(Outcome::detail)
                .asString()
                .contains("driver bug");
        assertThat(line.lost().orElseThrow()).contains("driver bug");
        assertThat(get(healthy.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
    }

    @Test
    void aDriverThatThrowsAnErrorHalfwayLeavesUnknown() throws Exception {
        int[] turns = {0};
        transport.takes(10);
        MachineLine line = attach(new FeedDriver(() -> {
            if (++turns[0] == 5) {
                throw new StackOverflowError("deep");
            }
        }));
        assertThat(get(line.deliver(FeedDriver.order(500), LONG)))
                .isInstanceOfSatisfying(
                        Outcome.Unknown.class,
                        unknown -> assertThat(unknown.bytesAccepted()).isEqualTo(10));
    }

    /** The others go on within a moment, and closing gives the stuck one up. */
    @Test
    void aDriverThatNeverReturnsCostsItsOwnLineOnly() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        MachineLine healthy =
                loop.attach(new MemoryTransport(), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
        MachineLine line = attach(new FeedDriver(() -> awaitUninterruptibly(never)));
        CompletableFuture<Outcome> stuck = line.deliver(FeedDriver.order(500), LONG);
        assertThat(get(healthy.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
        assertThat(stuck).isNotDone();
        line.abort();
        assertThat(get(stuck)).isInstanceOf(Outcome.NotStarted.class);
        assertThat(line.lost().orElseThrow()).contains("did not return");
        assertThat(transport.isClosed()).isTrue();
        assertThat(get(healthy.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
        never.countDown();
    }

    /** Both words lie there when the turn begins; hearing the second must not hide that somebody waits for silence. */
    @Test
    void aDriverThatIsStuckInTheTurnThatHeardTheAbortIsFreed() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        FeedDriver driver = new FeedDriver(() -> {
            within.countDown();
            awaitUninterruptibly(never);
        });
        LineTurner turner = new LineTurner(
                transport, driver, FeedDriver.noSettings(), PacingLoop.HELD_LIMIT, event -> {}, System::nanoTime);
        MachineLine line = new MachineLine(transport, turner, () -> {});
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(500), LONG);
        line.abort();
        Thread turning = new Thread(() -> line.turn(System.nanoTime()));
        turning.start();
        within.await();
        assertThat(line.freeingIsDue(0)).isTrue();
        never.countDown();
        turning.join();
        assertThat(get(outcome)).isInstanceOf(Outcome.class);
        assertThat(line.freeingIsDue(0)).isFalse();
    }

    @Test
    void aStuckDriverIsGivenUpWhenItsStallLimitHasPassed() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        MachineLine line = attach(new FeedDriver(() -> awaitUninterruptibly(never)));
        assertThat(get(line.deliver(FeedDriver.order(500), Duration.ofMillis(300))))
                .isInstanceOf(Outcome.NotStarted.class);
        never.countDown();
    }

    @Test
    void whoHearsOfALostLineFindsItLostAndItsPortFree() throws Exception {
        transport.takes(10);
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<Boolean> asked = line.deliver(FeedDriver.order(500), LONG)
                .thenApply(outcome -> line.lost().isPresent() && transport.isClosed());
        transport.breaks();
        assertThat(get(asked)).isTrue();
    }

    /** A long pause of the whole program looks the same; nothing may be lost by it. */
    @Test
    void aDriverThatReturnsLateAfterAllJustGoesOn() throws Exception {
        CountDownLatch late = new CountDownLatch(1);
        int[] turns = {0};
        MachineLine line = attach(new FeedDriver(() -> {
            if (turns[0]++ == 0) {
                awaitUninterruptibly(late);
            }
        }));
        MachineLine healthy =
                loop.attach(new MemoryTransport(), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
        CompletableFuture<Outcome> outcome = line.deliver(FeedDriver.order(500), LONG);
        // That the healthy line is served shows that another thread has taken over.
        assertThat(get(healthy.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
        late.countDown();
        assertThat(get(outcome)).isInstanceOf(Outcome.Delivered.class);
        assertThat(get(line.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
        assertThat(line.lost()).isEmpty();
    }

    @Test
    void aListenerThatThrowsDisturbsNothing() throws Exception {
        transport.say(0x41);
        MachineLine line = loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 1, event -> {
            throw new IllegalStateException("listener bug");
        });
        assertThat(get(line.deliver(FeedDriver.order(500), LONG))).isInstanceOf(Outcome.Delivered.class);
    }

    /** What hangs on an outcome may take its time: it must not hold up other machines. */
    @Test
    void whatFollowsAnOutcomeRunsOutsideTheLoop() throws Exception {
        MachineLine line = attach(new FeedDriver());
        CompletableFuture<String> thread = line.deliver(FeedDriver.order(500), LONG)
                .thenApply(outcome -> Thread.currentThread().getName());
        assertThat(get(thread)).isNotEqualTo("machine-lines");
    }

    @Test
    void anOlderFenceMovesNoByteAndANewerOneIsStored() throws Exception {
        transport.raiseFence(4);
        assertThatThrownBy(() -> loop.attach(transport, new FeedDriver(), FeedDriver.noSettings(), 3, events::add))
                .isInstanceOf(StaleFenceException.class);
        assertThat(transport.isClosed()).isTrue();

        MemoryTransport other = new MemoryTransport();
        MachineLine line = loop.attach(other, new FeedDriver(), FeedDriver.noSettings(), 5, events::add);
        assertThat(get(line.deliver(under(4), LONG)))
                .isInstanceOf(Outcome.NotStarted.class)
                .extracting(Outcome::detail)
                .asString()
                .contains("fence 4 is older than 5");
        assertThat(other.accepted()).isEmpty();
        assertThat(get(line.deliver(under(6), LONG))).isInstanceOf(Outcome.Delivered.class);
        assertThat(other.fence()).isEqualTo(6);
    }

    @Test
    void closingTheLoopKeepsEveryPromiseAndRefusesNewLines() throws Exception {
        List<CompletableFuture<Outcome>> promises = new CopyOnWriteArrayList<>();
        CountDownLatch never = new CountDownLatch(1);
        for (int i = 0; i < 20; i++) {
            MachineLine line = loop.attach(
                    new MemoryTransport().takes(i % 2),
                    i == 7 ? new FeedDriver(() -> awaitUninterruptibly(never)) : new FeedDriver(),
                    FeedDriver.noSettings(),
                    1,
                    event -> {});
            promises.add(line.deliver(FeedDriver.order(500), LONG));
        }
        loop.close();
        for (CompletableFuture<Outcome> promise : promises) {
            assertThat(get(promise)).isInstanceOfAny(Outcome.Unknown.class, Outcome.NotStarted.class);
        }
        assertThatThrownBy(() -> attach(new FeedDriver())).isInstanceOf(IllegalStateException.class);
        never.countDown();
    }

    @Test
    void aClosedLoopLeavesNoThread() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (PacingLoop short1 = new PacingLoop()) {
                MachineLine line =
                        short1.attach(new MemoryTransport(), new FeedDriver(), FeedDriver.noSettings(), 1, event -> {});
                get(line.deliver(FeedDriver.order(50), LONG));
            }
        }
        loop.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("machine-lines")) {
                thread.join(5000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    private static DeliveryOrder under(long fence) {
        DeliveryOrder order = FeedDriver.order(50);
        return new DeliveryOrder(order.label(), order.format(), order.content(), fence);
    }

    private MachineLine attach(FeedDriver driver) throws TransportException {
        return loop.attach(transport, driver, FeedDriver.noSettings(), 1, events::add);
    }

    private MachineEvent event() throws InterruptedException {
        MachineEvent event = events.poll(20, TimeUnit.SECONDS);
        assertThat(event).isNotNull();
        return event;
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(20, TimeUnit.SECONDS);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                latch.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
