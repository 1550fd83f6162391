package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stitchery.service.platform.Actor;

/**
 * What people can do and see on the floor. Every command is one state change or none; the loser of a race gets a
 * {@link org.stitchery.service.platform.ProblemException} with 409, an unknown run 404, an impossible wish 422. Blocking:
 * call it from worker threads.
 */
@ApplicationScoped
public class ProductionFloor {

    /** Every machine with its queue, by name. */
    public List<MachineQueueView> queues() {
        throw notYet();
    }

    /** One machine with its queue. */
    public Optional<MachineQueueView> queue(UUID machineId) {
        throw notYet();
    }

    /** Runs that wait for a machine or are held, most urgent first. */
    public List<RunView> unassigned() {
        throw notYet();
    }

    /** One run. */
    public Optional<RunView> run(UUID runId) {
        throw notYet();
    }

    /** All runs of an order, by line and number. */
    public List<RunView> runsOfOrder(UUID orderId) {
        throw notYet();
    }

    /** The jobs of an order. */
    public List<JobView> jobsOfOrder(UUID orderId) {
        throw notYet();
    }

    /** What happened to a run. */
    public Optional<RunHistory> history(UUID runId) {
        throw notYet();
    }

    /** Which needle sews which colour of the run's design on its machine; empty while it has none. */
    public NeedlePlan needlePlan(UUID runId) {
        throw notYet();
    }

    /** Puts a waiting run at the end of a machine's queue. */
    public RunView assign(RunRef run, UUID machineId, Actor by) {
        throw notYet();
    }

    /** Takes it off the machine's queue again. */
    public RunView unassign(RunRef run, Actor by) {
        throw notYet();
    }

    /** Parks it. */
    public RunView hold(RunRef run, String reason, Actor by) {
        throw notYet();
    }

    /** Ends the parking. */
    public RunView unhold(RunRef run, Actor by) {
        throw notYet();
    }

    /** Gives it up before it began. */
    public RunView cancel(RunRef run, Actor by) {
        throw notYet();
    }

    /** Moves it in its machine's queue, 0 for next. */
    public RunView moveInQueue(RunRef run, int place, Actor by) {
        throw notYet();
    }

    /** A person says: this garment is in this hoop at that machine, the colours are on. */
    public RunView hooped(RunRef run, String garmentTag, Actor by) {
        throw notYet();
    }

    /** Takes that back. */
    public RunView disarm(RunRef run, Actor by) {
        throw notYet();
    }

    /** Commits the intent, then begins to deliver. Returns once the intent is on disk. */
    public RunView start(RunRef run, Actor by) {
        throw notYet();
    }

    /** What the floor's button does: {@link #hooped} and {@link #start} as one wish. */
    public RunView hoopedAndStart(RunRef run, String garmentTag, Actor by) {
        throw notYet();
    }

    /** Stops feeding the machine. */
    public RunView pause(RunRef run, Actor by) {
        throw notYet();
    }

    /** Feeds it again. */
    public RunView resume(RunRef run, Actor by) {
        throw notYet();
    }

    /** Ends the delivery at once. What the needle did is then for a person to say, unless nothing had left. */
    public RunView abort(RunRef run, Actor by) {
        throw notYet();
    }

    /** Gives a paused garment up; a replacement run is made. */
    public RunView giveUp(RunRef run, String reason, Actor by) {
        throw notYet();
    }

    /** The operator saw the machine sew it to its end. */
    public RunView finished(RunRef run, Actor by) {
        throw notYet();
    }

    /** A person looked into the hoop of a suspect run. */
    public RunView resolveSuspect(RunRef run, SuspectDecision decision, String reason, Actor by) {
        throw notYet();
    }

    private static RuntimeException notYet() {
        return new UnsupportedOperationException("Being built");
    }
}
