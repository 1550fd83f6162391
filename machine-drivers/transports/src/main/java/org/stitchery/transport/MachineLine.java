package org.stitchery.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange.Ending;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.ProbeResult;

/**
 * A machine on an open line, served by a {@link PacingLoop}. Every method may be called from any thread; it leaves word
 * for the loop and returns at once. Every future completes, whatever driver, line or machine do, and what hangs on it
 * runs outside the loop.
 */
public final class MachineLine {

    /** Word left for the loop. */
    private interface Word {
        void heard(LineTurner turner, long nowNanos);

        /** The line is no longer served. */
        void tooLate(String why);

        /** Whether somebody waits for the machine to fall silent because of it. */
        default boolean wantsSilence() {
            return false;
        }
    }

    private final OpenLink link;
    private final LineTurner turner;
    private final Runnable wake;

    /** Guards everything below. */
    private final Object gate = new Object();

    private final Queue<Word> words = new ArrayDeque<>();
    private final List<Consumer<String>> lossListeners = new ArrayList<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private boolean closeWanted;
    private boolean silenceWanted;
    private boolean served = true;
    private @Nullable String whyOver;
    private @Nullable String lost;

    MachineLine(OpenLink link, LineTurner turner, Runnable wake) {
        this.link = link;
        this.turner = turner;
        this.wake = wake;
    }

    /** Asks the machine how it is. {@link ProbeResult.State#SILENT} when the deadline passes or the line is gone. */
    public CompletableFuture<ProbeResult> probe(Duration deadline) {
        CompletableFuture<ProbeResult> promise = new CompletableFuture<>();
        leave(new Word() {
            @Override
            public void heard(LineTurner turner, long nowNanos) {
                if (turner.busy()) {
                    Running.keep(promise, new ProbeResult(ProbeResult.State.BUSY, "another exchange is running"));
                } else {
                    turner.probe(promise, deadline, nowNanos);
                }
            }

            @Override
            public void tooLate(String why) {
                Running.keep(promise, new ProbeResult(ProbeResult.State.SILENT, why));
            }
        });
        return promise;
    }

    /**
     * Hands a design over. The future always completes normally: with the driver's outcome, or, when the driver, the line
     * or the patience ends before it, with what is certain by then. One delivery at a time; a second one is answered
     * {@link Outcome.NotStarted}.
     *
     * <p>An order with a higher fence than the port has seen raises it, on disk, before this returns; one with a lower
     * fence is answered {@link Outcome.NotStarted} and no byte moves.
     *
     * @param stallLimit longest time without a byte accepted, unless the machine holds us (then the limit of the loop
     *     counts) or a person paused
     */
    public CompletableFuture<Outcome> deliver(DeliveryOrder order, Duration stallLimit) {
        CompletableFuture<Outcome> promise = new CompletableFuture<>();
        try {
            link.raiseFence(order.fence());
        } catch (TransportException e) {
            promise.complete(notStarted(e.getMessage()));
            return promise;
        }
        leave(new Word() {
            @Override
            public void heard(LineTurner turner, long nowNanos) {
                if (turner.busy()) {
                    tooLate("another exchange is running on this line");
                } else if (order.fence() != link.fence()) {
                    tooLate("the right to this port has passed on to fence " + link.fence());
                } else {
                    turner.deliver(promise, order, stallLimit, nowNanos);
                }
            }

            @Override
            public void tooLate(String why) {
                Running.keep(promise, notStarted(why));
            }
        });
        return promise;
    }

    private static Outcome notStarted(String why) {
        return new Outcome.NotStarted("no byte was handed to the transport", why);
    }

    /** Asks for a pause of the running delivery; the driver's event tells when it holds. */
    public void pause() {
        leave(command(LineTurner::pause));
    }

    /** Ends a pause. */
    public void resume() {
        leave(command(LineTurner::resume));
    }

    /** Ends the running delivery as soon as the machine allows, in a second at most. */
    public void abort() {
        leave(new Word() {
            @Override
            public void heard(LineTurner turner, long nowNanos) {
                turner.abort(nowNanos);
            }

            @Override
            public void tooLate(String why) {
                // A line that is over is as silent as anyone can ask for.
            }

            @Override
            public boolean wantsSilence() {
                return true;
            }
        });
    }

    /** Ends what runs, gives the port back. Idempotent. */
    public CompletableFuture<Void> close() {
        synchronized (gate) {
            closeWanted = true;
        }
        wake.run();
        return closed.copy();
    }

    /** Why the line is gone, empty while it is there or when it was closed on request. */
    public Optional<String> lost() {
        synchronized (gate) {
            return Optional.ofNullable(lost);
        }
    }

    /**
     * Calls the listener once when the line is lost, at once if it already is. Not called for a close on request. On the
     * loop's thread: it must be quick.
     */
    public void onLost(Consumer<String> listener) {
        String already;
        synchronized (gate) {
            already = lost;
            if (already == null) {
                lossListeners.add(listener);
            }
        }
        if (already != null) {
            listener.accept(already);
        }
    }

    /** The line as people name it. */
    public String name() {
        return link.name();
    }

    @Override
    public String toString() {
        return name();
    }

    private static Word command(Consumer<LineTurner> command) {
        return new Word() {
            @Override
            public void heard(LineTurner turner, long nowNanos) {
                command.accept(turner);
            }

            @Override
            public void tooLate(String why) {
                // Nothing runs that could be paused or resumed.
            }
        };
    }

    private void leave(Word word) {
        String late;
        synchronized (gate) {
            late = served ? null : String.valueOf(whyOver);
            if (late == null) {
                words.add(word);
                silenceWanted |= word.wantsSilence();
            }
        }
        if (late == null) {
            wake.run();
        } else {
            word.tooLate(late);
        }
    }

    // ---- the loop's side; one thread at a time

    /** True when word waits or the turn is due. */
    boolean wantsTurn(long nowNanos) {
        synchronized (gate) {
            return closeWanted || !words.isEmpty() || nowNanos - turner.dueNanos() >= 0;
        }
    }

    long dueNanos() {
        return turner.dueNanos();
    }

    void visitedEvery(long nanos) {
        turner.visitedEvery(nanos);
    }

    /** @return false when the line is over and needs no more turns */
    boolean turn(long nowNanos) {
        try {
            for (Word word = next(); word != null; word = next()) {
                word.heard(turner, nowNanos);
            }
            if (closeIsWanted()) {
                over("the line was closed", null, why -> turner.finish(Ending.TAKEN_AWAY, why));
                return false;
            }
            turner.turn(nowNanos);
            cameBack();
            return true;
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            over(why, closeIsWanted() ? null : why, reason -> turner.finish(Ending.LINK_LOST, reason));
        } catch (RuntimeException | Error e) {
            String why = "the driver failed: " + e;
            System.getLogger(MachineLine.class.getName()).log(System.Logger.Level.ERROR, name() + ": " + why, e);
            over(why, why, turner::finishWithoutDriver);
        }
        return false;
    }

    private @Nullable Word next() {
        synchronized (gate) {
            return words.poll();
        }
    }

    /** Silence is wanted until what runs has ended: an abort that was heard may still be stuck in its last turn. */
    private void cameBack() {
        synchronized (gate) {
            silenceWanted &= turner.busy() || !words.isEmpty();
        }
    }

    private boolean closeIsWanted() {
        synchronized (gate) {
            return closeWanted;
        }
    }

    // ---- the watchman's side; any thread

    /** True when somebody waits for a call of this line to return that should have returned. */
    boolean freeingIsDue(long stuckNanos) {
        synchronized (gate) {
            return closeWanted || silenceWanted || stuckNanos >= turner.bears().toNanos();
        }
    }

    void free() {
        turner.free();
    }

    /** Gives the line up from outside, without the thread that is stuck in it. */
    void abandon(String why) {
        over(why, why, turner::finishWithoutDriver);
        // It may have been over already and stuck in its very last step.
        turner.finishWithoutDriver(why);
        closed.completeAsync(() -> null);
    }

    /** The line's state comes first, promises after it: who hears of an outcome can ask whether the line is still there. */
    private void over(String why, @Nullable String loss, Consumer<String> finish) {
        List<Word> late;
        List<Consumer<String>> toTell;
        synchronized (gate) {
            if (!served) {
                return;
            }
            served = false;
            whyOver = why;
            lost = loss;
            late = List.copyOf(words);
            words.clear();
            toTell = loss == null ? List.of() : List.copyOf(lossListeners);
            lossListeners.clear();
        }
        try {
            finish.accept(why);
        } catch (RuntimeException e) {
            System.getLogger(MachineLine.class.getName())
                    .log(System.Logger.Level.ERROR, name() + ": the line did not end well", e);
            turner.finishWithoutDriver(why);
        }
        late.forEach(word -> word.tooLate(why));
        for (Consumer<String> listener : toTell) {
            tell(listener, why);
        }
        closed.completeAsync(() -> null);
    }

    private void tell(Consumer<String> listener, String why) {
        try {
            listener.accept(why);
        } catch (RuntimeException e) {
            System.getLogger(MachineLine.class.getName())
                    .log(System.Logger.Level.ERROR, name() + ": a loss listener failed", e);
        }
    }
}
