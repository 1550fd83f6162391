package org.stitchery.digitizer.lettering;

/** Moves the skeleton of a letter before the pen thickens it: how letters fill the frame of a monogram. */
@FunctionalInterface
interface Warp {

    Warp NONE = (x, y) -> new double[] {x, y};

    /** Where a point goes, mm, y upwards. */
    double[] moved(double x, double y);
}
