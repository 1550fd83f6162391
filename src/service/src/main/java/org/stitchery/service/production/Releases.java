package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.order.OrderCancelled;
import org.stitchery.service.order.OrderReleased;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.Ids;
import org.stitchery.service.platform.ProblemException;

/** Hears of orders, inside their transactions: makes the runs of a released line, gives up those of a cancelled one. */
@ApplicationScoped
class Releases {

    private final JobRepository jobs;
    private final RunRepository runs;
    private final RunLifecycle lifecycle;
    private final Allocator allocator;
    private final DesignStore designs;
    private final Ids ids;

    Releases(
            JobRepository jobs,
            RunRepository runs,
            RunLifecycle lifecycle,
            Allocator allocator,
            DesignStore designs,
            Ids ids) {
        this.jobs = jobs;
        this.runs = runs;
        this.lifecycle = lifecycle;
        this.allocator = allocator;
        this.designs = designs;
        this.ids = ids;
    }

    void released(@Observes OrderReleased line) {
        DesignRecord design = designs.find(line.designSha256())
                .orElseThrow(() -> ProblemException.conflict(
                        "DESIGN_MISSING", "The approved design is not in the store; the order cannot be released."));
        JobEntity job = new JobEntity(ids.next(), line, design);
        jobs.persistAndFlush(job);
        List<RunEntity> waiting = new ArrayList<>();
        for (int number = 1; number <= line.quantity(); number++) {
            RunEntity run = new RunEntity(ids.next(), job, number, runs.nextPlace(), 0, null);
            lifecycle.released(run, Actor.SYSTEM);
            waiting.add(run);
        }
        allocator.assign(job, waiting);
    }

    void cancelled(@Observes OrderCancelled line) {
        for (JobEntity job : jobs.list("orderLineId", line.orderLineId())) {
            for (RunEntity run : runs.ofJob(job.id)) {
                giveUp(run);
            }
        }
    }

    private void giveUp(RunEntity run) {
        switch (run.state) {
            case WAITING, HELD, ASSIGNED ->
                lifecycle.apply(
                        run, RunEvent.CANCEL, Actor.SYSTEM, new RunChange(run).reason("The order was cancelled."));
            case CANCELLED -> {}
            case ARMED, INTENT, SENDING, SEWING, PAUSED, SUSPECT, SPOILED, DONE ->
                throw ProblemException.conflict(
                        "ALREADY_BEGUN",
                        "A garment of this order is " + run.state.word()
                                + " already, so it cannot be cancelled any more.");
        }
    }
}
