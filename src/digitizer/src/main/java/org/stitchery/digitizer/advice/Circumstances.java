package org.stitchery.digitizer.advice;

import java.util.OptionalInt;
import org.stitchery.digitizer.fabric.ThreadWeight;

/**
 * What a design meets on the floor.
 *
 * @param fabricRgb colour of the cloth, 0xRRGGBB, empty when nobody said
 * @param needles threads the machine holds at once; 15 is usual on industrial heads
 * @param thread weight of the thread
 */
public record Circumstances(OptionalInt fabricRgb, int needles, ThreadWeight thread) {

    /** Needles of a usual head (domain: 12 to 18 on current ones). */
    public static final int USUAL_NEEDLES = 15;

    public Circumstances {
        if (needles < 1) {
            throw new IllegalArgumentException("A machine has at least one needle, got " + needles);
        }
    }

    /** Cloth of any colour under a usual head with 40 weight thread. */
    public static Circumstances usual() {
        return new Circumstances(OptionalInt.empty(), USUAL_NEEDLES, ThreadWeight.W40);
    }
}
