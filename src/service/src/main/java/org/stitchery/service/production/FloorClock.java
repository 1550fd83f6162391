package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.machine.StatusBoard;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/** What happens on the floor by the clock: a look at a hoop grows old, waiting runs find machines. */
@ApplicationScoped
class FloorClock {

    private static final Logger LOG = Logger.getLogger(FloorClock.class);

    private final RunRepository runs;
    private final JobRepository jobs;
    private final RunLifecycle lifecycle;
    private final Allocator allocator;
    private final FloorViews views;
    private final MachinePark park;
    private final StatusBoard board;

    FloorClock(
            RunRepository runs,
            JobRepository jobs,
            RunLifecycle lifecycle,
            Allocator allocator,
            FloorViews views,
            MachinePark park,
            StatusBoard board) {
        this.runs = runs;
        this.jobs = jobs;
        this.lifecycle = lifecycle;
        this.allocator = allocator;
        this.views = views;
        this.park = park;
        this.board = board;
    }

    /** The board begins empty; what the needles belong to is in the database. */
    void begin(@Observes StartupEvent start) {
        for (MachineView machine : park.all()) {
            board.occupied(machine.id(), views.occupancy(machine.id()));
        }
    }

    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void disarmWhatIsOld() {
        List<UUID> old = QuarkusTransaction.requiringNew()
                .call(() -> runs
                        .getEntityManager()
                        .createNativeQuery(
                                "select id from run where state = 'ARMED'"
                                        + " and armed_at < clock_timestamp() - make_interval(secs => :seconds)",
                                UUID.class)
                        .setParameter("seconds", (double) RunLifecycle.ARMED_FOR.toSeconds())
                        .getResultList()
                        .stream()
                        .map(UUID.class::cast)
                        .toList());
        for (UUID id : old) {
            quietly(() -> {
                RunEntity run = runs.current(id);
                lifecycle.apply(
                        run,
                        RunEvent.DISARM,
                        Actor.SYSTEM,
                        new RunChange(run).notArmed().note("reason", "not started in time"));
            });
        }
    }

    /** Runs that nobody took off a machine on purpose and that found none when they were released. */
    @Scheduled(
            every = "${stitchery.production.assign-every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void assignWhatWaits() {
        List<UUID> waiting = QuarkusTransaction.requiringNew()
                .call(() -> runs
                        .find("state = ?1 and holdReason is null order by priority desc, place", RunState.WAITING)
                        .page(0, 200)
                        .stream()
                        .map(run -> run.id)
                        .toList());
        for (UUID id : waiting) {
            quietly(() -> {
                RunEntity run = runs.current(id);
                allocator.assign(jobs.findById(run.jobId), List.of(run));
            });
        }
    }

    private static void quietly(Runnable change) {
        try {
            QuarkusTransaction.requiringNew().run(change);
        } catch (ProblemException e) {
            LOG.debugf("Somebody was faster: %s", e.sentence());
        }
    }
}
