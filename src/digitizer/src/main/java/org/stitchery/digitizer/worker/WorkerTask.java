package org.stitchery.digitizer.worker;

import java.time.Duration;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.DigitizeBudget;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.svg.IntakeBudget;
import org.stitchery.digitizer.svg.IntakeSettings;

/**
 * A request as it travels to the child.
 *
 * @param wishes what is wanted beyond the plain drawing
 * @param intakeTime after which the child gives up reading by itself, with a better answer than being killed
 * @param digitizeTime the same for digitizing
 */
public record WorkerTask(
        byte[] svg,
        OptionalDouble widthMm,
        @Nullable DigitizeSettings digitize,
        Wishes wishes,
        Duration intakeTime,
        Duration digitizeTime) {

    /** Of a deadline, what the child may use before it gives up by itself. */
    private static final double SHARE = 0.8;

    static WorkerTask of(WorkerRequest request, WorkerSettings settings) {
        return new WorkerTask(
                request.svg(),
                request.widthMm(),
                request.digitize(),
                request.wishes(),
                shorter(IntakeBudget.STANDARD.cpuTime(), settings.intakeDeadline()),
                shorter(DigitizeBudget.STANDARD.time(), settings.digitizeDeadline()));
    }

    private static Duration shorter(Duration standard, Duration deadline) {
        Duration share = Duration.ofNanos((long) (deadline.toNanos() * SHARE));
        return standard.compareTo(share) < 0 ? standard : share;
    }

    IntakeSettings intakeSettings() {
        return new IntakeSettings(widthMm, IntakeBudget.STANDARD.withCpuTime(intakeTime), Progress.NONE);
    }

    DigitizeBudget digitizeBudget() {
        return new DigitizeBudget(
                DigitizeBudget.STANDARD.stitches(), DigitizeBudget.STANDARD.crossings(), digitizeTime);
    }
}
