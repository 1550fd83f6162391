package org.stitchery.digitizer.lettering;

/**
 * How a stroke ends on one side.
 *
 * @param kind what shape
 * @param levelX direction of the line it stands on, to the right, together with {@code levelY} of length 1
 * @param levelY the same, upwards
 * @param serifLeft how far a serif reaches to the left of the page, mm; for level strokes upwards
 * @param serifRight the same to the right; for level strokes downwards
 * @param serifFlat how high the serif's bar is, mm
 * @param serifCurve how high its bracket is above the bar, mm, 0 for none
 */
record StrokeEnd(
        Kind kind,
        double levelX,
        double levelY,
        double serifLeft,
        double serifRight,
        double serifFlat,
        double serifCurve) {

    enum Kind {
        /** Square to the stroke. */
        SQUARE,
        /** Along the line it stands on, whatever the stroke's own slope. */
        LEVEL,
        /** A half circle. */
        ROUND
    }

    /** Level, on a line that need not be. */
    static StrokeEnd along(double levelX, double levelY) {
        return new StrokeEnd(Kind.LEVEL, levelX, levelY, 0, 0, 0, 0);
    }

    static StrokeEnd plain(Kind kind) {
        return new StrokeEnd(kind, 1, 0, 0, 0, 0, 0);
    }

    boolean serif() {
        return serifLeft > 0 || serifRight > 0;
    }

    /** Share of the serif's length at a distance from the very end. */
    double flare(double fromEnd) {
        if (fromEnd <= serifFlat) {
            return 1;
        }
        if (fromEnd >= serifFlat + serifCurve) {
            return 0;
        }
        double t = 1 - (fromEnd - serifFlat) / serifCurve;
        return t * t;
    }
}
