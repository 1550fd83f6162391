package org.stitchery.digitizer.classify;

/** The side {@code (p - at) . normal <= 0} of a line: where a column ends against the next one at a mitred corner. */
record HalfPlane(double x, double y, double normalX, double normalY) {

    /** Positive outside. */
    double excess(double px, double py) {
        return (px - x) * normalX + (py - y) * normalY;
    }
}
