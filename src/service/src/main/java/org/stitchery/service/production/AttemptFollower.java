package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.service.machine.DeliveryListener;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.CrashPoints;

/**
 * Follows one attempt from its first byte to its end and writes down what that means for the run. Lives in memory only:
 * when the process dies, the take-over of the machine asks a person instead. Bears being told the same thing twice.
 */
final class AttemptFollower implements DeliveryListener {

    private enum Phase {
        /** The intent is on disk, nothing was handed to the machine's session. */
        INTENDED,
        /** The machine's session has it. */
        HANDED_OVER,
        /** Called off before it was handed over; it never will be. */
        CALLED_OFF
    }

    private final AttemptEntity attempt;
    private final EncodedDesign design;
    private final AttemptNews news;
    private final Actor machine;
    private final ProgressPace pace;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.INTENDED);
    private final AtomicReference<@Nullable Actor> aborter = new AtomicReference<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private boolean begun;

    /** The machine stopped and not a person; so its word that it sews again ends the pause. */
    private boolean stoppedByItself;

    private volatile boolean moving;

    AttemptFollower(AttemptEntity attempt, EncodedDesign design, AttemptNews news, Actor machine, ProgressPace pace) {
        this.attempt = attempt;
        this.design = design;
        this.news = news;
        this.machine = machine;
        this.pace = pace;
    }

    AttemptEntity attempt() {
        return attempt;
    }

    EncodedDesign design() {
        return design;
    }

    /** Claims the right to hand it over; false when it was called off. */
    boolean mayBegin() {
        return phase.compareAndSet(Phase.INTENDED, Phase.HANDED_OVER);
    }

    /** Calls it off if it was not handed over yet; true when that came in time. */
    boolean calledOff() {
        return phase.compareAndSet(Phase.INTENDED, Phase.CALLED_OFF);
    }

    /** The end that comes is this person's doing. */
    void abortedBy(Actor person) {
        aborter.compareAndSet(null, person);
    }

    /** True once a byte was seen to have left. */
    boolean isMoving() {
        return moving;
    }

    /** Completes when the end was written down. */
    CompletableFuture<Void> over() {
        return over;
    }

    @Override
    public void happened(MachineEvent event) {
        if (event instanceof MachineEvent.Progressed progressed) {
            progressed(progressed);
        } else if (event instanceof MachineEvent.ThreadBroke broke) {
            inTransaction(() -> news.stopped(attempt, RunEvent.THREAD_BREAK, broke.detail(), machine));
            stoppedByItself = true;
        } else if (event instanceof MachineEvent.Sewing && stoppedByItself) {
            inTransaction(() -> news.goesOn(attempt, machine));
            stoppedByItself = false;
        } else if (event instanceof MachineEvent.CounterRead counter) {
            inTransaction(() -> news.counter(attempt.id, counter.stitches()));
        }
    }

    private void progressed(MachineEvent.Progressed event) {
        moving = true;
        if (!begun) {
            CrashPoints.at("after-first-byte");
            inTransaction(() -> news.started(attempt, machine));
            begun = true;
        }
        if (2 * event.bytes() >= attempt.bytesTotal) {
            CrashPoints.at("mid-block");
        }
        LiveProgress.Point point = new LiveProgress.Point(
                event.bytes(),
                design.stitches().within(event.bytes()),
                event.evidence().name());
        news.live(attempt, point);
        if (pace.isDue(point.stitches())) {
            inTransaction(() -> news.progressed(attempt, point));
            pace.written(point.stitches());
        }
    }

    @Override
    public void ended(Outcome outcome) {
        Actor person = aborter.get();
        inTransaction(() -> news.ended(attempt, outcome, machine, person == null ? Actor.SYSTEM : person));
        news.forget(attempt);
        over.complete(null);
    }

    private static void inTransaction(Runnable change) {
        QuarkusTransaction.requiringNew().run(change);
    }

    UUID id() {
        return attempt.id;
    }
}
