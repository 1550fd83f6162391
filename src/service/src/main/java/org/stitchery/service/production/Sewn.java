package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import org.stitchery.service.order.LineSewn;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.CrashPoints;
import org.stitchery.service.platform.Ids;

/** The two ends of a garment: sewn, which the order hears of, and spoiled, for which another one is made. */
@ApplicationScoped
class Sewn {

    /** A replacement goes before everything that waits: the customer has waited already. */
    private static final int REPLACEMENT_PRIORITY = 10;

    private final RunRepository runs;
    private final JobRepository jobs;
    private final RunLifecycle lifecycle;
    private final Allocator allocator;
    private final Ids ids;
    private final Event<LineSewn> lineSewn;

    Sewn(
            RunRepository runs,
            JobRepository jobs,
            RunLifecycle lifecycle,
            Allocator allocator,
            Ids ids,
            Event<LineSewn> lineSewn) {
        this.runs = runs;
        this.jobs = jobs;
        this.lifecycle = lifecycle;
        this.allocator = allocator;
        this.ids = ids;
        this.lineSewn = lineSewn;
    }

    /** The machine reported its end. */
    @Transactional(Transactional.TxType.MANDATORY)
    RunEntity garment(RunEntity run, Actor by, RunChange change) {
        return garment(run, RunEvent.FINISHED, by, change);
    }

    /** The garment is good, by that event. */
    @Transactional(Transactional.TxType.MANDATORY)
    RunEntity garment(RunEntity run, RunEvent event, Actor by, RunChange change) {
        RunEntity done = lifecycle.apply(run, event, by, change);
        JobEntity job = jobs.findById(run.jobId);
        lineSewn.fire(new LineSewn(job.orderLineId, (int) runs.count(job.orderLineId, RunState.DONE)));
        CrashPoints.at("before-done-commit");
        return done;
    }

    /** The garment is lost, by that event; a new run takes its place. */
    @Transactional(Transactional.TxType.MANDATORY)
    RunEntity spoiled(RunEntity run, RunEvent event, Actor by, RunChange change) {
        RunEntity spoiled = lifecycle.apply(run, event, by, change);
        JobEntity job = jobs.findById(run.jobId);
        RunEntity replacement =
                new RunEntity(ids.next(), job, run.numberInJob, runs.nextPlace(), REPLACEMENT_PRIORITY, run.id);
        lifecycle.released(replacement, Actor.SYSTEM);
        allocator.assign(job, List.of(replacement));
        return spoiled;
    }
}
