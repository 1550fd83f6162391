package org.stitchery.digitizer.geometry;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.stitchery.digitizer.artwork.Contour;

/**
 * A contour on the grid without the points it can do without.
 *
 * <p>One pass, linear whatever the input: from the last point kept we look along a cone that holds every point since, a
 * {@value #TOLERANCE_MM} mm disc around each narrowing it; the point that leaves the cone, or turns back, makes its
 * predecessor a corner (Williams 1978, "An efficient algorithm for the piecewise linear approximation of planar
 * curves"). A drawing with 300,000 points on one line becomes two points.
 */
final class Thinned {

    /** A twentieth of the machine's smallest step. */
    static final double TOLERANCE_MM = 0.005;

    private Thinned() {}

    /** The points kept, the first repeated at the end when {@code close}. May be a single point. */
    static Coordinate[] points(Contour contour, boolean close) {
        int n = contour.size();
        CoordinateList kept = new CoordinateList();
        Coordinate anchor = Grid.snapped(contour.x(0), contour.y(0));
        kept.add(anchor, false);
        Coordinate previous = anchor;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double axis = Double.NaN;
        double reached = 0;
        int last = close ? n : n - 1;
        for (int i = 1; i <= last; i++) {
            Coordinate p = Grid.snapped(contour.x(i % n), contour.y(i % n));
            double dx = p.x - anchor.x;
            double dy = p.y - anchor.y;
            double far = Math.sqrt(dx * dx + dy * dy);
            if (far == 0 && Double.isNaN(axis)) {
                continue;
            }
            boolean corner = false;
            double turn = 0;
            double half = 0;
            if (far > 0) {
                half = far <= TOLERANCE_MM ? Math.PI : StrictMath.asin(TOLERANCE_MM / far);
                if (!Double.isNaN(axis)) {
                    turn = wrapped(StrictMath.atan2(dy, dx) - axis);
                }
            }
            if (!Double.isNaN(axis)) {
                corner = far < reached || turn < low || turn > high;
            }
            if (corner) {
                kept.add(previous, false);
                anchor = previous;
                dx = p.x - anchor.x;
                dy = p.y - anchor.y;
                far = Math.sqrt(dx * dx + dy * dy);
                axis = Double.NaN;
                reached = 0;
                if (far > 0) {
                    half = far <= TOLERANCE_MM ? Math.PI : StrictMath.asin(TOLERANCE_MM / far);
                }
            }
            if (far > 0) {
                if (Double.isNaN(axis)) {
                    axis = StrictMath.atan2(dy, dx);
                    low = -half;
                    high = half;
                } else {
                    low = Math.max(low, turn - half);
                    high = Math.min(high, turn + half);
                }
                reached = Math.max(reached, far);
            }
            previous = p;
        }
        kept.add(previous, false);
        return kept.toCoordinateArray();
    }

    private static double wrapped(double angle) {
        if (angle > Math.PI) {
            return angle - 2 * Math.PI;
        }
        return angle <= -Math.PI ? angle + 2 * Math.PI : angle;
    }
}
