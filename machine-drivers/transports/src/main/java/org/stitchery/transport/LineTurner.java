package org.stitchery.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Exchange.Ending;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/**
 * One machine's line, turned: what a line does when it is its turn. Knows no threads; the clock comes with each call.
 * Confined to one thread at a time.
 */
final class LineTurner {

    /** How soon a machine's word is heard while a delivery waits, and while nothing runs. Taste. */
    private static final long WAITING_NANOS = Duration.ofMillis(5).toNanos();

    private static final long IDLE_NANOS = Duration.ofMillis(50).toNanos();

    /** No line asks to be visited more often; the loop's {@link Tempo} decides how often it is. */
    private static final long LEAST_NANOS = Duration.ofMillis(1).toNanos();

    /** How long a driver may take to wind up after an abort before the host does it. From the driver contract. */
    private static final Duration ABORT_DEADLINE = Duration.ofSeconds(1);

    /** Nothing that only listens has a reason to be stuck. */
    private static final Duration WHEN_IDLE = Duration.ofSeconds(1);

    private final OpenLink link;
    private final Lent lent;
    private final LineHost host;
    private final MachineConnection connection;
    private final Duration heldLimit;
    private final long paceNanos;
    private final AtomicBoolean toldClosed = new AtomicBoolean();
    private volatile @Nullable Running<?> running;
    private long abortedNanos;
    private boolean aborted;
    private long dueNanos;
    private long roundNanos;

    LineTurner(
            OpenLink link,
            MachineDriver driver,
            DriverSettings settings,
            Duration heldLimit,
            Consumer<MachineEvent> listener,
            LongSupplier nanoClock) {
        this.link = link;
        this.lent = Lent.of(link, nanoClock);
        this.host = new LineHost(link.name(), listener, nanoClock);
        this.connection = lent.open(driver, settings, host);
        this.heldLimit = heldLimit;
        this.paceNanos = Math.min(WAITING_NANOS, Math.max(LEAST_NANOS, lent.visitNanos()));
        this.dueNanos = nanoClock.getAsLong();
    }

    /** The loop comes by this often, as long as a line wants it. */
    void visitedEvery(long nanos) {
        if (nanos != roundNanos) {
            roundNanos = nanos;
            lent.visitedEvery(Math.max(nanos, paceNanos));
        }
    }

    /** When the next turn is wanted. */
    long dueNanos() {
        return dueNanos;
    }

    /**
     * Does what can be done now.
     *
     * @throws IOException when the line is gone; the caller then calls {@link #finish}
     */
    void turn(long nowNanos) throws IOException {
        Running<?> now = running;
        if (now == null) {
            connection.listen();
        } else {
            turn(now, nowNanos);
        }
        if (lent.otherSideEnded()) {
            throw TransportException.lost(link.name(), "the other side ended the connection", null);
        }
        dueNanos = nowNanos + rest(nowNanos);
    }

    private void turn(Running<?> now, long nowNanos) throws IOException {
        if (now.turn(nowNanos)) {
            over();
        } else if (aborted && nowNanos - abortedNanos >= ABORT_DEADLINE.toNanos()) {
            end(now, Ending.TAKEN_AWAY, "the delivery was aborted and the driver did not end it");
        } else if (now.patience().over(nowNanos, lent, host)) {
            end(now, Ending.DEADLINE, host.held() ? "the machine held us for too long" : "no byte moved for too long");
        }
    }

    private long rest(long nowNanos) {
        Running<?> now = running;
        if (now == null) {
            return IDLE_NANOS;
        }
        return Math.max(paceNanos, Math.min(WAITING_NANOS, now.nextTurnNanos() - nowNanos));
    }

    boolean busy() {
        return running != null;
    }

    void probe(CompletableFuture<ProbeResult> promise, Duration deadline, long nowNanos) {
        start(
                promise,
                connection::probe,
                Patience.until(nowNanos, deadline),
                reason -> new ProbeResult(ProbeResult.State.SILENT, reason),
                nowNanos);
    }

    void deliver(CompletableFuture<Outcome> promise, DeliveryOrder order, Duration stallLimit, long nowNanos) {
        start(
                promise,
                () -> connection.deliver(order),
                Patience.whileMoving(nowNanos, stallLimit, heldLimit),
                this::outcomeWithoutDriver,
                nowNanos);
    }

    private <T> void start(
            CompletableFuture<T> promise,
            Supplier<Exchange<T>> opening,
            Patience patience,
            Function<String, T> withoutDriver,
            long nowNanos) {
        lent.beginExchange(nowNanos);
        try {
            running = new Running<>(opening.get(), promise, patience, withoutDriver);
        } catch (RuntimeException | Error e) {
            Running.keep(promise, withoutDriver.apply("the driver failed: " + e));
            throw e;
        }
    }

    private Outcome outcomeWithoutDriver(String reason) {
        long accepted = lent.acceptedInExchange();
        return accepted == 0
                ? new Outcome.NotStarted("no byte was handed to the transport", reason)
                : new Outcome.Unknown(accepted, reason);
    }

    void pause() {
        if (busy()) {
            connection.pause();
        }
    }

    void resume() {
        if (busy()) {
            connection.resume();
        }
    }

    void abort(long nowNanos) {
        if (busy() && !aborted) {
            aborted = true;
            abortedNanos = nowNanos;
            connection.abort();
            lent.aborted();
        }
    }

    /** Gives the line back and ends what runs, in this order: who hears of the end finds the port free. */
    void finish(Ending why, String reason) {
        lent.takeBack();
        link.close();
        Running<?> now = running;
        if (now != null) {
            now.end(why, reason);
            over();
        }
        tellClosed();
    }

    /** As {@link #finish}, for a driver that cannot be trusted to answer any more. Any thread. */
    void finishWithoutDriver(String reason) {
        lent.takeBack();
        Running<?> now = running;
        if (now != null) {
            now.endWithoutDriver(reason);
        }
        link.close();
        tellClosed();
    }

    /** Nowhere near the threads of the loop: what a driver has to let go of may take a moment. Once. */
    private void tellClosed() {
        if (toldClosed.compareAndSet(false, true)) {
            CompletableFuture.runAsync(connection::closed);
        }
    }

    /** Frees a thread that is stuck in a call of this line. Any thread. */
    void free() {
        link.close();
    }

    /** How long a single stuck call is borne. Any thread. */
    Duration bears() {
        Running<?> now = running;
        return now == null ? WHEN_IDLE : Duration.ofNanos(now.patience().stallNanos());
    }

    /** Ends what runs; the line stays. */
    private void end(Running<?> now, Ending why, String reason) {
        now.end(why, reason);
        over();
        try {
            lent.recallUnsent();
        } catch (IOException e) {
            host.log("nothing could be taken back: " + e.getMessage());
        }
    }

    private void over() {
        running = null;
        aborted = false;
        lent.endExchange();
        host.endExchange();
    }
}
