package org.stitchery.digitizer;

import java.time.Duration;

/**
 * How much one design may cost.
 *
 * @param stitches needle penetrations of the finished design
 * @param crossings places where outlines of one shape meet each other or themselves, counted before they are untangled
 * @param time wall time for the whole of digitizing
 */
public record DigitizeBudget(int stitches, int crossings, Duration time) {

    /** What the service allows: far above any design that a machine sews in a day. */
    public static final DigitizeBudget STANDARD = new DigitizeBudget(500_000, 200_000, Duration.ofSeconds(60));

    public DigitizeBudget {
        if (stitches <= 0 || crossings <= 0 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A digitizing budget must be above zero throughout, got " + stitches
                    + " stitches, " + crossings + " crossings, " + time);
        }
    }
}
