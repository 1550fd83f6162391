package org.stitchery.service.production;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.stitchery.service.machine.MachineTakenOver;
import org.stitchery.service.platform.Actor;

/**
 * Turns what an earlier owner of a machine left behind into questions. Called when the port has stored the new fence, so
 * that the earlier owner can send nothing any more, and before anything can be sent under the new one.
 */
@ApplicationScoped
class TakeOver {

    private static final Logger LOG = Logger.getLogger(TakeOver.class);

    private final RunRepository runs;
    private final AttemptRepository attempts;
    private final RunLifecycle lifecycle;

    TakeOver(RunRepository runs, AttemptRepository attempts, RunLifecycle lifecycle) {
        this.runs = runs;
        this.attempts = attempts;
        this.lifecycle = lifecycle;
    }

    void takenOver(@Observes MachineTakenOver news) {
        QuarkusTransaction.requiringNew().run(() -> {
            List<RunEntity> left = runs.ofMachine(news.machineId(), RunState.LOST_WITH_THEIR_NODE);
            for (RunEntity run : left) {
                ask(run, news.fence());
            }
        });
    }

    private void ask(RunEntity run, long fence) {
        UUID attemptId = run.attemptId;
        AttemptEntity attempt = attemptId == null ? null : attempts.findById(attemptId);
        if (attempt == null || attempt.fence >= fence) {
            return;
        }
        String why = "The service stopped while this run was " + run.state.word()
                + "; nobody knows what the needle did since.";
        attempts.ended(attempt.id, "unknown", why, Actor.SYSTEM);
        lifecycle.apply(
                run,
                RunEvent.DOUBT,
                Actor.SYSTEM,
                new RunChange(run).fence(fence).reason(why));
        LOG.warnf("Run %s (%s) is suspect: %s", run.id, attempt.label, why);
    }
}
