package org.stitchery.digitizer.lettering;

/**
 * How wide a pen draws, by the direction it moves in. Widths are shares of the height of a capital.
 *
 * @param kind even, broad or pressed
 * @param thick the widest stroke, upright ones for the even pen
 * @param thin the narrowest, level ones for the even pen
 * @param angleDegrees of the broad pen's edge against the baseline
 */
record Pen(Kind kind, double thick, double thin, double angleDegrees) {

    /** What a pen's width depends on. */
    enum Kind {
        /** Nearly the same in all directions: a marker. */
        EVEN,
        /** On the angle to the pen's edge: a broad nib, as old letters were written with. */
        BROAD,
        /** On the pressure: wide downwards, narrow upwards, as a pointed nib writes. */
        PRESSURE
    }

    /** @param dx direction of movement; @param dy the same, upwards */
    double width(double dx, double dy) {
        double size = Math.max(1e-12, Math.sqrt(dx * dx + dy * dy));
        return switch (kind) {
            case EVEN -> thin + (thick - thin) * (dy / size) * (dy / size);
            case BROAD -> {
                double angle = StrictMath.toRadians(angleDegrees);
                double across = Math.abs(dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle)) / size;
                double upright = Math.abs(StrictMath.cos(angle));
                yield thin + (thick - thin) * StrictMath.pow(Math.min(1, across / upright), 1.4);
            }
            case PRESSURE -> {
                double down = Math.max(0, -dy / size);
                yield thin + (thick - thin) * down * StrictMath.sqrt(down);
            }
        };
    }
}
