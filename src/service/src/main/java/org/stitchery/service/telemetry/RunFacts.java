package org.stitchery.service.telemetry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.production.RunState;
import org.stitchery.service.production.RunView;

/**
 * What others may know of a run: numbers and labels, not what is sewn nor for whom.
 *
 * @param id the run
 * @param version rises with every change of state
 * @param state where it is
 * @param label how the machine and people name the latest try, null before the first
 * @param garment from 1
 * @param garments of the same order line
 * @param since when its state began
 * @param stitchesTotal penetrations of the design
 * @param stitches penetrations reached, as sure as the evidence says
 * @param evidence a name of {@link org.stitchery.driver.api.Evidence}, null before any byte
 */
record RunFacts(
        UUID id,
        int version,
        RunState state,
        @Nullable String label,
        int garment,
        int garments,
        Instant since,
        int stitchesTotal,
        int stitches,
        @Nullable String evidence) {

    static RunFacts of(RunView run) {
        return new RunFacts(
                run.runId(),
                run.version(),
                run.state(),
                run.attemptLabel(),
                run.numberInJob(),
                run.jobSize(),
                run.changedAt(),
                run.stitchesTotal(),
                run.stitchesOnTheWire(),
                run.evidence());
    }

    /** True while it is only in a list: the machine's needle knows nothing of it. */
    boolean isWaiting() {
        return switch (state) {
            case WAITING, HELD, ASSIGNED -> true;
            case ARMED, INTENT, SENDING, SEWING, PAUSED, SUSPECT, SPOILED, DONE, CANCELLED -> false;
        };
    }

    /** The same but for how far it has come. */
    boolean saysTheSame(@Nullable RunFacts other) {
        return other != null && id.equals(other.id) && version == other.version && state == other.state;
    }
}
