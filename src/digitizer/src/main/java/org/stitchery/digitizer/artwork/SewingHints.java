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
 * @param pullMm how far each end of a stitch is moved outwards, 0 or more; null for the fabric's own
 * @param underlay false for none, true for some whatever the fabric; null for the fabric's own
 * @param trimAfter true when the thread is cut after this element
 */
public record SewingHints(
        @Nullable Method method,
        @Nullable Double rowDegrees,
        @Nullable Double rowSpacingMm,
        @Nullable Double stitchMm,
        @Nullable Double pullMm,
        @Nullable Boolean underlay,
        boolean trimAfter) {

    /** No wish at all. */
    public static final SewingHints NONE = new SewingHints(null, null, null, null);

    /** Ways to sew. */
    public enum Method {
        RUNNING,
        SATIN,
        FILL,
        SPIRAL
    }

    public SewingHints {
        check("row spacing", rowSpacingMm);
        check("stitch length", stitchMm);
        if (rowDegrees != null && !Double.isFinite(rowDegrees)) {
            throw new IllegalArgumentException("The direction of rows must be finite, got " + rowDegrees);
        }
        if (pullMm != null && !(pullMm >= 0 && Double.isFinite(pullMm))) {
            throw new IllegalArgumentException("Pull compensation must be 0 or more, got " + pullMm + " mm");
        }
    }

    /** Wishes for method, rows and stitches only. */
    public SewingHints(
            @Nullable Method method,
            @Nullable Double rowDegrees,
            @Nullable Double rowSpacingMm,
            @Nullable Double stitchMm) {
        this(method, rowDegrees, rowSpacingMm, stitchMm, null, null, false);
    }

    /** What of this goes for the element's inside: no method for lines. */
    public SewingHints ofFill() {
        return method == Method.RUNNING
                ? new SewingHints(null, rowDegrees, rowSpacingMm, null, pullMm, underlay, trimAfter)
                : this;
    }

    /** What of this goes for the element's line: no method for areas, and no rows. */
    public SewingHints ofLine() {
        return method == Method.FILL || method == Method.SPIRAL
                ? new SewingHints(null, null, null, null, pullMm, underlay, trimAfter)
                : this;
    }

    private static void check(String what, @Nullable Double mm) {
        if (mm != null && !(mm > 0 && Double.isFinite(mm))) {
            throw new IllegalArgumentException("The " + what + " must be above zero, got " + mm + " mm");
        }
    }
}
