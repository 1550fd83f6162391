package org.stitchery.digitizer.svg;

import java.util.OptionalDouble;
import org.stitchery.digitizer.Progress;

/**
 * How to read one drawing.
 *
 * @param widthMm width wanted of what is drawn, line widths included and margins excluded; empty for the size the file
 *     gives
 * @param budget what it may cost
 * @param progress asked at every element and every 1,024 segments, so that it can cancel; hears 0 to 1
 */
public record IntakeSettings(OptionalDouble widthMm, IntakeBudget budget, Progress progress) {

    public IntakeSettings {
        if (widthMm.isPresent() && !(widthMm.getAsDouble() > 0 && widthMm.getAsDouble() <= budget.designMm())) {
            throw new IllegalArgumentException(
                    "Width must lie above 0 and within " + budget.designMm() + " mm, got " + widthMm.getAsDouble());
        }
    }

    /** The size the file gives, the standard budget, nobody listening. */
    public static IntakeSettings asDrawn() {
        return new IntakeSettings(OptionalDouble.empty(), IntakeBudget.STANDARD, Progress.NONE);
    }

    /**
     * Scaled so that what is drawn is {@code widthMm} wide.
     *
     * @throws IllegalArgumentException unless above 0 and within the budget
     */
    public static IntakeSettings toWidth(double widthMm) {
        return new IntakeSettings(OptionalDouble.of(widthMm), IntakeBudget.STANDARD, Progress.NONE);
    }

    /** The same with another budget. */
    public IntakeSettings withBudget(IntakeBudget other) {
        return new IntakeSettings(widthMm, other, progress);
    }

    /** The same with another listener. */
    public IntakeSettings withProgress(Progress other) {
        return new IntakeSettings(widthMm, budget, other);
    }
}
