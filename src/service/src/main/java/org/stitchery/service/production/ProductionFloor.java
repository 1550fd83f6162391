package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Capabilities.Control;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.CrashPoints;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.ProblemException;

/**
 * What people can do and see on the floor. Every command is one state change or none; the loser of a race gets a
 * {@link ProblemException} with 409, an unknown run 404, an impossible wish 422. Blocking: call it from worker threads,
 * outside any transaction.
 */
@ApplicationScoped
public class ProductionFloor {

    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_TAG = 64;

    private final FloorViews views;
    private final NeedlePlanner needles;
    private final RunRepository runs;
    private final AttemptRepository attempts;
    private final RunLifecycle lifecycle;
    private final QueueOrder order;
    private final Deliveries deliveries;
    private final Sewn sewn;
    private final Ids ids;

    ProductionFloor(
            FloorViews views,
            NeedlePlanner needles,
            RunRepository runs,
            AttemptRepository attempts,
            RunLifecycle lifecycle,
            QueueOrder order,
            Deliveries deliveries,
            Sewn sewn,
            Ids ids) {
        this.views = views;
        this.needles = needles;
        this.runs = runs;
        this.attempts = attempts;
        this.lifecycle = lifecycle;
        this.order = order;
        this.deliveries = deliveries;
        this.sewn = sewn;
        this.ids = ids;
    }

    /** Every machine with its queue, by name. */
    public List<MachineQueueView> queues() {
        return views.queues();
    }

    /** One machine with its queue. */
    public Optional<MachineQueueView> queue(UUID machineId) {
        return views.queue(machineId);
    }

    /** Runs that wait for a machine or are held, most urgent first. */
    public List<RunView> unassigned() {
        return views.unassigned();
    }

    /** One run. */
    public Optional<RunView> run(UUID runId) {
        return views.run(runId);
    }

    /** All runs of an order, by line and number. */
    public List<RunView> runsOfOrder(UUID orderId) {
        return views.jobsOfOrder(orderId).stream()
                .flatMap(job -> job.runs().stream())
                .toList();
    }

    /** The jobs of an order. */
    public List<JobView> jobsOfOrder(UUID orderId) {
        return views.jobsOfOrder(orderId);
    }

    /** What happened to a run. */
    public Optional<RunHistory> history(UUID runId) {
        return views.history(runId);
    }

    /** Which needle sews which colour of the run's design on its machine; empty while it has none. */
    public NeedlePlan needlePlan(UUID runId) {
        return needles.of(runId);
    }

    /** Puts a waiting run at the end of a machine's queue. */
    public RunView assign(RunRef ref, UUID machineId, Actor by) {
        return change(ref, run -> {
            needles.requireFit(run, machineId);
            return lifecycle.apply(
                    run,
                    RunEvent.ASSIGN,
                    by,
                    new RunChange(run)
                            .machine(machineId)
                            .place(runs.nextPlace())
                            .reason(null));
        });
    }

    /** Takes it off the machine's queue again; it then waits for a person to assign it. */
    public RunView unassign(RunRef ref, Actor by) {
        return change(
                ref,
                run -> lifecycle.apply(
                        run,
                        RunEvent.UNASSIGN,
                        by,
                        new RunChange(run).machine(null).reason("Taken off its machine by " + by.name() + ".")));
    }

    /** Parks it. */
    public RunView hold(RunRef ref, String reason, Actor by) {
        String why = said(reason, "why it is held");
        return change(ref, run -> lifecycle.apply(run, RunEvent.HOLD, by, new RunChange(run).reason(why)));
    }

    /** Ends the parking. */
    public RunView unhold(RunRef ref, Actor by) {
        return change(ref, run -> lifecycle.apply(run, RunEvent.UNHOLD, by, new RunChange(run).reason(null)));
    }

    /** Gives it up before it began. */
    public RunView cancel(RunRef ref, Actor by) {
        return change(ref, run -> lifecycle.apply(run, RunEvent.CANCEL, by, new RunChange(run)));
    }

    /** Moves it in its machine's queue, 0 for next. */
    public RunView moveInQueue(RunRef ref, int place, Actor by) {
        if (place < 0) {
            throw ProblemException.unprocessable("NO_SUCH_PLACE", "Places in a queue are counted from 0.");
        }
        return change(ref, run -> order.move(run, place, by));
    }

    /** A person says: this garment is in this hoop at that machine, the colours are on. */
    public RunView hooped(RunRef ref, String garmentTag, Actor by) {
        String tag = tag(garmentTag);
        return change(
                ref,
                run -> lifecycle.apply(
                        run,
                        RunEvent.HOOPED,
                        by,
                        new RunChange(run).armed(tag, by.id()).reason(null)));
    }

    /** Takes that back. */
    public RunView disarm(RunRef ref, Actor by) {
        return change(
                ref,
                run -> lifecycle.apply(
                        run, RunEvent.DISARM, by, new RunChange(run).notArmed().reason(null)));
    }

    /** Commits the intent, then begins to deliver. Returns once the intent is on disk. */
    public RunView start(RunRef ref, Actor by) {
        deliveries.start(seen(ref), by);
        return view(ref.runId());
    }

    /** What the floor's button does: {@link #hooped} and {@link #start} as one wish, when the machine could take it now. */
    public RunView hoopedAndStart(RunRef ref, String garmentTag, Actor by) {
        RunEntity run = seen(ref);
        MachineView machine = deliveries.machineOf(run);
        deliveries.requireReady(machine);
        RunView armed = hooped(ref, garmentTag, by);
        return start(RunRef.seen(armed.runId(), armed.version()), by);
    }

    /** Stops feeding the machine, at once; then writes it down. */
    public RunView pause(RunRef ref, Actor by) {
        requireStopper(by);
        RunEntity before = seen(ref);
        deliveries.pause(before);
        try {
            return change(ref, run -> paused(run, by));
        } catch (ProblemException e) {
            deliveries.resume(before);
            throw e;
        }
    }

    private RunEntity paused(RunEntity run, Actor by) {
        return lifecycle.apply(
                run,
                RunEvent.PAUSE,
                by,
                new RunChange(run).pausedFrom(run.state).reason("Paused by " + by.name() + "."));
    }

    /** Feeds it again. */
    public RunView resume(RunRef ref, Actor by) {
        RunView resumed = change(ref, run -> {
            if (run.state == RunState.PAUSED && run.pausedFrom == RunState.SENDING && !deliveries.isUnderWay(run)) {
                throw ProblemException.conflict(
                        "NOTHING_TO_RESUME", "The delivery is no longer under way. Abort it and look at the garment.");
            }
            return lifecycle.apply(
                    run,
                    RunEvent.RESUME,
                    by,
                    new RunChange(run).pausedFrom(null).reason(null));
        });
        deliveries.resume(current(ref.runId()));
        return resumed;
    }

    /**
     * Ends the delivery at once. What the needle did is then for a person to say, unless nothing had left. Never refused
     * because somebody else was faster.
     */
    public RunView abort(RunRef ref, Actor by) {
        requireStopper(by);
        RunEntity run = current(ref.runId());
        if (!deliveries.abort(run, by)) {
            change(
                    RunRef.of(ref.runId()),
                    now -> now.state == RunState.SUSPECT
                            ? now
                            : lifecycle.apply(
                                    now,
                                    RunEvent.DOUBT,
                                    by,
                                    new RunChange(now)
                                            .reason("Aborted by " + by.name()
                                                    + ". Stop the machine, look at the garment.")));
        }
        return view(ref.runId());
    }

    /** Gives a paused garment up; a replacement run is made. */
    public RunView giveUp(RunRef ref, String reason, Actor by) {
        String why = said(reason, "why the garment is given up");
        RunView given = change(ref, run -> {
            RunEntity spoiled = sewn.spoiled(run, RunEvent.GIVE_UP, by, new RunChange(run).reason(why));
            decided(run, "spoiled", why, by);
            return spoiled;
        });
        deliveries.abort(current(ref.runId()), by);
        return given;
    }

    /** The operator saw the machine sew it to its end. */
    public RunView finished(RunRef ref, Actor by) {
        RunView done = change(ref, run -> {
            RunEntity finished = sewn.garment(run, RunEvent.FINISHED, by, new RunChange(run).reason(null));
            decided(run, "sewn", "Seen by " + by.name() + ".", by);
            return finished;
        });
        CrashPoints.at("after-done-commit");
        return done;
    }

    /** A person looked into the hoop of a suspect run. */
    public RunView resolveSuspect(RunRef ref, SuspectDecision decision, String reason, Actor by) {
        String why = said(reason, "what you saw");
        RunEntity now = seen(ref);
        if (deliveries.isUnderWay(now)) {
            throw ProblemException.conflict(
                    "STILL_ENDING", "The line has not let go of this run yet. Try again in a moment.");
        }
        if (decision instanceof SuspectDecision.ResumeAt resumeAt) {
            return resumeAt(now, resumeAt);
        }
        return change(ref, run -> resolve(run, decision, why, by));
    }

    private RunEntity resolve(RunEntity run, SuspectDecision decision, String why, Actor by) {
        RunChange change = new RunChange(run).reason(why);
        if (decision instanceof SuspectDecision.NotBegun) {
            String tag = run.garmentTag == null ? tag("") : run.garmentTag;
            RunEntity armed = lifecycle.apply(run, RunEvent.NOT_BEGUN, by, change.armed(tag, by.id()));
            decided(run, "not_begun", why, by);
            return armed;
        }
        if (decision instanceof SuspectDecision.Complete) {
            RunEntity done = sewn.garment(run, RunEvent.COMPLETE, by, change);
            decided(run, "complete", why, by);
            return done;
        }
        RunEntity spoiled = sewn.spoiled(run, RunEvent.SPOILED, by, change);
        decided(run, "spoiled", why, by);
        return spoiled;
    }

    private RunView resumeAt(RunEntity run, SuspectDecision.ResumeAt wish) {
        MachineView machine = deliveries.machineOf(run);
        Control can = machine.capabilities() == null
                ? Control.NO
                : machine.capabilities().restartAtStitch();
        throw ProblemException.unprocessable(
                "CANNOT_RESUME_AT_STITCH",
                "The driver of " + machine.name() + " cannot begin at stitch " + wish.stitch() + " (" + can
                        + "). Say whether the garment is complete, not begun or spoiled.");
    }

    private static void requireStopper(Actor by) {
        if (!RunTransition.mayStop(by)) {
            throw new ProblemException(403, "NOT_YOUR_PART", "As " + by.role() + " you may not do this.");
        }
    }

    private void decided(RunEntity run, String outcome, String why, Actor by) {
        if (run.attemptId != null) {
            attempts.decided(run.attemptId, outcome, why, by);
        }
    }

    private RunView change(RunRef ref, UnaryOperator<RunEntity> what) {
        QuarkusTransaction.requiringNew().call(() -> what.apply(requireSeen(runs.current(ref.runId()), ref)));
        return view(ref.runId());
    }

    private RunEntity seen(RunRef ref) {
        return requireSeen(current(ref.runId()), ref);
    }

    private RunEntity current(UUID runId) {
        return QuarkusTransaction.requiringNew().call(() -> runs.current(runId));
    }

    private static RunEntity requireSeen(RunEntity run, RunRef ref) {
        if (ref.seenVersion().isPresent() && ref.seenVersion().getAsInt() != run.version) {
            throw ProblemException.conflict(
                    "RUN_CHANGED_MEANWHILE",
                    "Somebody was faster: this run is " + run.state.word() + " now. Look at it again.");
        }
        return run;
    }

    private RunView view(UUID runId) {
        return views.run(runId).orElseThrow(() -> ProblemException.notFound("RUN_UNKNOWN", "There is no such run."));
    }

    private String tag(@Nullable String given) {
        String tag = given == null ? "" : given.strip();
        if (tag.isEmpty()) {
            return "G-" + ids.next().toString().substring(0, 8);
        }
        if (tag.length() > LONGEST_TAG || tag.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.unprocessable(
                    "WRONG_TAG", "A garment tag has 1 to " + LONGEST_TAG + " characters and no control characters.");
        }
        return tag;
    }

    private static String said(@Nullable String text, String what) {
        String said = text == null ? "" : text.strip();
        if (said.isEmpty() || said.length() > LONGEST_TEXT) {
            throw ProblemException.unprocessable(
                    "REASON_WANTED", "Say " + what + ", in 1 to " + LONGEST_TEXT + " characters.");
        }
        return said;
    }
}
