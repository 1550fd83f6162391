package org.stitchery.digitizer.artwork;

import org.jspecify.annotations.Nullable;

/**
 * How whoever drew an element wants it sewn, where the file says so. Wishes, not orders: what cannot be sewn like that is
 * sewn as it can be.
 *
 * @param method null for the digitizer's own choice
 * @param rowDegrees direction of a fill's rows, counterclockwise as seen on the page from the horizontal; null for none
 * @param rowSpacingMm between neighbouring rows, or from peak to peak of a satin; null for none
 * @param stitchMm longest stitch; null for none
 */
public record SewingHints(
        @Nullable Method method,
        @Nullable Double rowDegrees,
        @Nullable Double rowSpacingMm,
        @Nullable Double stitchMm) {

    /** No wish at all. */
    public static final SewingHints NONE = new SewingHints(null, null, null, null);

    /** Ways to sew. */
    public enum Method {
        RUNNING,
        SATIN,
        FILL
    }

    public SewingHints {
        check("row spacing", rowSpacingMm);
        check("stitch length", stitchMm);
        if (rowDegrees != null && !Double.isFinite(rowDegrees)) {
            throw new IllegalArgumentException("The direction of rows must be finite, got " + rowDegrees);
        }
    }

    private static void check(String what, @Nullable Double mm) {
        if (mm != null && !(mm > 0 && Double.isFinite(mm))) {
            throw new IllegalArgumentException("The " + what + " must be above zero, got " + mm + " mm");
        }
    }
}
