package org.stitchery.driver.grbl;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Outcome;

/**
 * Stops the controller: hold, and when its motors stand, or after a while, reset, which throws away all it has queued.
 * The reset of motors that stand keeps their position; of moving ones it is lost. Either way a person sets zero again.
 */
final class GrblStop {

    /** An embroidery frame brakes in much less; a silent machine must not make an abort long. Taste. */
    private static final long HOLD_NANOS = Duration.ofMillis(150).toNanos();

    /** A line that takes nothing does not become better by waiting. */
    private static final long LONGEST_NANOS = Duration.ofMillis(400).toNanos();

    private final GrblMouth mouth;
    private final Outcome outcome;
    private final long begunNanos;
    private boolean standing;
    private boolean reset;

    GrblStop(GrblMouth mouth, Outcome outcome, boolean moving, long nowNanos) {
        this.mouth = mouth;
        this.outcome = outcome;
        this.begunNanos = nowNanos;
        mouth.forget();
        if (moving) {
            mouth.atOnce(GrblMouth.HOLD);
            mouth.atOnce(GrblMouth.ASK);
        } else {
            standing = true;
        }
    }

    void hear(GrblAnswer answer) {
        if (answer instanceof GrblAnswer.Status status) {
            GrblStatus.State state = status.status().state();
            standing |= state != GrblStatus.State.RUN
                    && state != GrblStatus.State.JOG
                    && !status.status().braking();
            if (!standing && !reset) {
                mouth.atOnce(GrblMouth.ASK);
            }
        }
        standing |= answer instanceof GrblAnswer.Alarm || answer instanceof GrblAnswer.Hello;
    }

    /** @return the outcome, once all is said */
    @Nullable
    Outcome turn(long nowNanos) throws IOException {
        long since = nowNanos - begunNanos;
        if (!reset && (standing || since >= HOLD_NANOS)) {
            reset = true;
            mouth.atOnce(GrblMouth.RESET);
        }
        boolean said = mouth.speak();
        return reset && said || since >= LONGEST_NANOS ? outcome : null;
    }

    Outcome outcome() {
        return outcome;
    }
}
