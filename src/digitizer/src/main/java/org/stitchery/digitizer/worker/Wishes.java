package org.stitchery.digitizer.worker;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.advice.Circumstances;
import org.stitchery.digitizer.fabric.ThreadWeight;
import org.stitchery.digitizer.lettering.Inscription;

/**
 * What a person wants beyond the plain drawing.
 *
 * @param words to be sewn beside it, null for none
 * @param leastLineMm width that thinner lines get, 0 to leave lines as drawn
 * @param clothRgb colour of the cloth, 0xRRGGBB, null when nobody said
 * @param advice true when the answer should say what could be better
 */
public record Wishes(
        @Nullable Inscription words,
        double leastLineMm,
        @Nullable Integer clothRgb,
        boolean advice) {

    /** The plain drawing, and no advice. */
    public static final Wishes NONE = new Wishes(null, 0, null, false);

    Circumstances circumstances() {
        OptionalInt cloth = clothRgb == null ? OptionalInt.empty() : OptionalInt.of(clothRgb);
        return new Circumstances(cloth, Circumstances.USUAL_NEEDLES, ThreadWeight.W40);
    }
}
