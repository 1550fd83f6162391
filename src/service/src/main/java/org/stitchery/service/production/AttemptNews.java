package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Outcome;
import org.stitchery.service.platform.Actor;

/**
 * What news of an attempt means for its run. News of an attempt that is no longer the run's, or of a run that a person or
 * a take-over has moved on meanwhile, changes nothing.
 */
@ApplicationScoped
class AttemptNews {

    private static final Logger LOG = Logger.getLogger(AttemptNews.class);

    private final RunRepository runs;
    private final AttemptRepository attempts;
    private final RunLifecycle lifecycle;
    private final Sewn sewn;
    private final LiveProgress live;
    private final FloorNews news;

    AttemptNews(
            RunRepository runs,
            AttemptRepository attempts,
            RunLifecycle lifecycle,
            Sewn sewn,
            LiveProgress live,
            FloorNews news) {
        this.runs = runs;
        this.attempts = attempts;
        this.lifecycle = lifecycle;
        this.sewn = sewn;
        this.live = live;
        this.news = news;
    }

    /** The first byte has left. */
    @Transactional(Transactional.TxType.MANDATORY)
    void started(AttemptEntity attempt, Actor machine) {
        attempts.firstByte(attempt.id);
        RunEntity run = mine(attempt);
        if (run != null && run.state == RunState.INTENT) {
            lifecycle.apply(run, RunEvent.STARTED, machine, change(run, attempt));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void progressed(AttemptEntity attempt, LiveProgress.Point point) {
        attempts.progressed(attempt.id, point.bytes(), point.stitches(), point.evidence());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void counter(UUID attemptId, long stitches) {
        attempts.counter(attemptId, stitches);
    }

    /** The machine stopped by itself at a known place. */
    @Transactional(Transactional.TxType.MANDATORY)
    void stopped(AttemptEntity attempt, RunEvent event, String detail, Actor machine) {
        RunEntity run = mine(attempt);
        if (run != null && (run.state == RunState.SENDING || run.state == RunState.SEWING)) {
            lifecycle.apply(
                    run,
                    event,
                    machine,
                    change(run, attempt).pausedFrom(run.state).reason(detail));
        }
    }

    /** A machine that had stopped by itself sews again. */
    @Transactional(Transactional.TxType.MANDATORY)
    void goesOn(AttemptEntity attempt, Actor machine) {
        RunEntity run = mine(attempt);
        if (run != null && run.state == RunState.PAUSED) {
            resumed(run, attempt, machine);
        }
    }

    private RunEntity resumed(RunEntity run, AttemptEntity attempt, Actor machine) {
        return lifecycle.apply(
                run,
                RunEvent.RESUME,
                machine,
                change(run, attempt).pausedFrom(null).reason(null));
    }

    /** Nothing more will be said about it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void ended(AttemptEntity attempt, Outcome outcome, Actor machine, Actor ender) {
        RunEntity run = mine(attempt);
        if (run == null || run.state.isFinal() || !run.state.hasNeedle() || run.state == RunState.SUSPECT) {
            attempts.ended(attempt.id, word(outcome), outcome.detail(), ender);
            return;
        }
        if (outcome instanceof Outcome.Delivered delivered) {
            delivered(run, attempt, delivered.evidence(), machine);
        } else if (outcome instanceof Outcome.Sewn) {
            RunEntity sewing = delivered(run, attempt, Evidence.EXECUTED, machine);
            if (sewing.state == RunState.PAUSED) {
                // Nobody has told us that it went on, but it came to its end.
                sewing = resumed(sewing, attempt, machine);
            }
            attempts.ended(attempt.id, "sewn", outcome.detail(), machine);
            sewn.garment(sewing, machine, change(sewing, attempt));
        } else if (run.state == RunState.INTENT && nothingLeft(outcome)) {
            attempts.ended(attempt.id, word(outcome), outcome.detail(), ender);
            lifecycle.apply(run, RunEvent.REFUSED, ender, change(run, attempt).reason(outcome.detail()));
        } else {
            attempts.ended(attempt.id, "unknown", outcome.detail(), ender);
            lifecycle.apply(run, RunEvent.DOUBT, ender, change(run, attempt).reason(outcome.detail()));
        }
    }

    private RunEntity delivered(RunEntity run, AttemptEntity attempt, Evidence evidence, Actor machine) {
        RunEntity now = run;
        if (now.state == RunState.INTENT) {
            attempts.firstByte(attempt.id);
            now = lifecycle.apply(now, RunEvent.STARTED, machine, change(now, attempt));
        }
        attempts.progressed(attempt.id, attempt.bytesTotal, attempt.stitchesTotal, evidence.name());
        if (now.state == RunState.SENDING || now.state == RunState.PAUSED) {
            RunChange change = change(now, attempt).note("note", "whole design on the wire");
            if (now.state == RunState.PAUSED) {
                change.pausedFrom(RunState.SEWING);
            }
            now = lifecycle.apply(now, RunEvent.SENT, machine, change);
        }
        return now;
    }

    /** A refusal proves something only when the machine's line had accepted no byte. */
    private static boolean nothingLeft(Outcome outcome) {
        return outcome instanceof Outcome.NotStarted
                || outcome instanceof Outcome.Rejected
                || outcome instanceof Outcome.Hold;
    }

    private static String word(Outcome outcome) {
        return nothingLeft(outcome) ? "not_begun" : "unknown";
    }

    void live(AttemptEntity attempt, LiveProgress.Point point) {
        live.put(attempt.id, point);
        news.progressed(attempt.runId, attempt.machineId);
    }

    void forget(AttemptEntity attempt) {
        live.forget(attempt.id);
    }

    private @Nullable RunEntity mine(AttemptEntity attempt) {
        RunEntity run = runs.current(attempt.runId);
        if (!attempt.id.equals(run.attemptId)) {
            LOG.warnf("News of attempt %s, which is no longer the one of run %s", attempt.label, run.id);
            return null;
        }
        return run;
    }

    private static RunChange change(RunEntity run, AttemptEntity attempt) {
        return new RunChange(run).fence(attempt.fence).note("attempt", attempt.id.toString());
    }
}
