package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;
import org.stitchery.service.machine.StatusBoard;

/**
 * Carries changes of runs out of production, after they are committed: to the machines' status board, and as
 * {@link RunChanged} to whoever watches. Mere progress is thinned to two a second per machine.
 */
@ApplicationScoped
class FloorNews {

    private static final Logger LOG = Logger.getLogger(FloorNews.class);

    private static final long THINNED_NANOS = Duration.ofMillis(500).toNanos();

    private final FloorViews views;
    private final StatusBoard board;
    private final Event<RunChanged> changed;
    private final ManagedExecutor executor;
    private final Map<UUID, Long> toldNanos = new ConcurrentHashMap<>();

    FloorNews(FloorViews views, StatusBoard board, Event<RunChanged> changed, ManagedExecutor executor) {
        this.views = views;
        this.board = board;
        this.changed = changed;
        this.executor = executor;
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) RunMoved news) {
        executor.execute(() -> tell(news));
    }

    /** Any thread; returns at once. */
    void progressed(UUID runId, UUID machineId) {
        long now = System.nanoTime();
        Long told = toldNanos.get(machineId);
        if (told == null || now - told >= THINNED_NANOS) {
            toldNanos.put(machineId, now);
            executor.execute(() -> tell(runId));
        }
    }

    private void tell(RunMoved news) {
        try {
            for (UUID machine : news.machineIds()) {
                board.occupied(machine, QuarkusTransaction.requiringNew().call(() -> views.occupancy(machine)));
            }
            tell(news.runId());
        } catch (RuntimeException e) {
            LOG.warn("A change on the floor could not be shown", e);
        }
    }

    private void tell(UUID runId) {
        QuarkusTransaction.requiringNew()
                .call(() -> views.run(runId))
                .ifPresent(run -> changed.fireAsync(new RunChanged(run)));
    }
}
