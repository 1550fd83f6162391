package org.stitchery.digitizer.lettering;

/**
 * How a stroke ends on one side.
 *
 * @param kind what shape
 * @param serifLeft how far a serif reaches to the left of the page, mm; for level strokes upwards
 * @param serifRight the same to the right; for level strokes downwards
 * @param serifFlat how high the serif's bar is, mm
 * @param serifCurve how high its bracket is above the bar, mm, 0 for none
 */
record StrokeEnd(Kind kind, double serifLeft, double serifRight, double serifFlat, double serifCurve) {

    enum Kind {
        /** Square to the stroke. */
        SQUARE,
        /** Along the line it stands on, whatever the stroke's own slope. */
        LEVEL,
        /** A half circle. */
        ROUND
    }

    static StrokeEnd plain(Kind kind) {
        return new StrokeEnd(kind, 0, 0, 0, 0);
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
