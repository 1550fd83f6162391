package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;

/**
 * Pointed ends of an area. An outline moved inwards loses its points: one of 20 degrees becomes shorter by six times as
 * much as the rest becomes narrower. But thread is as wide as the point, so it can go there all the same.
 */
final class Tips {

    /** Cosine of the widest point, a little below a right angle: blunter corners lie within the thread's own width. */
    private static final double WIDEST_COS = 0.08;

    /** A point is judged by where its sides are so far from it. */
    private static final double SIDE_MM = 0.4;

    /** So far from the point the run leaves its line, which keeps the stitches to the point from becoming too short. */
    private static final double ASIDE_MM = 0.7;

    /** The thread ends bluntly, so the needle stays this far from the very point. */
    private static final double BLUNT_MM = 0.08;

    private static final double LEAST_MM = 0.12;

    /** What lies further away is another point. */
    private static final double MOST_MM = 3;

    /** So far beside the middle line of a point its end may be. */
    private static final double BESIDE_MM = 0.15;

    private final Polygon outline;

    Tips(Polygon outline) {
        this.outline = outline;
    }

    /**
     * A ring that goes on to the points of the outline.
     *
     * @param ring the outline moved inwards
     * @param shell false for a hole
     */
    CoordinateSequence reached(CoordinateSequence ring, boolean shell) {
        int n = ring.size() - 1;
        // The area lies to the right of a ring that goes clockwise around it.
        double turn = Area.ofRingSigned(ring) > 0 == shell ? -1 : 1;
        List<Coordinate> points = new ArrayList<>(n + 1);
        for (int i = 0; i < n; i++) {
            Coordinate at = ring.getCoordinate(i);
            Coordinate tip = tip(side(ring, n, i, -1), at, side(ring, n, i, 1), turn);
            if (tip == null) {
                points.add(at);
            } else {
                toward(at, ring.getCoordinate((i + n - 1) % n), points);
                points.add(tip);
                toward(at, ring.getCoordinate((i + 1) % n), points);
            }
        }
        points.add(points.get(0).copy());
        return new CoordinateArraySequence(points.toArray(new Coordinate[0]));
    }

    /** The first corner far enough away to tell how the side goes. */
    private static Coordinate side(CoordinateSequence ring, int n, int i, int step) {
        Coordinate at = ring.getCoordinate(i);
        int k = i;
        do {
            k = (k + n + step) % n;
        } while (k != i && ring.getCoordinate(k).distance(at) < SIDE_MM);
        return ring.getCoordinate(k);
    }

    /** A place on the side where the run leaves it; where it is shorter, its other corner will do. */
    private static void toward(Coordinate at, Coordinate other, List<Coordinate> points) {
        double length = at.distance(other);
        if (length > ASIDE_MM) {
            double part = ASIDE_MM / length;
            points.add(new Coordinate(at.x + (other.x - at.x) * part, at.y + (other.y - at.y) * part));
        }
    }

    private @Nullable Coordinate tip(Coordinate before, Coordinate at, Coordinate after, double turn) {
        double ax = at.x - before.x;
        double ay = at.y - before.y;
        double bx = at.x - after.x;
        double by = at.y - after.y;
        double a = Math.sqrt(ax * ax + ay * ay);
        double b = Math.sqrt(bx * bx + by * by);
        if (a < SIDE_MM || b < SIDE_MM || (ax * bx + ay * by) / (a * b) < WIDEST_COS) {
            return null;
        }
        // The run turns by ax, ay against -bx, -by; the area is on the inner side of a point.
        if ((ay * bx - ax * by) * turn <= 0) {
            return null;
        }
        double dx = ax / a + bx / b;
        double dy = ay / a + by / b;
        double d = Math.sqrt(dx * dx + dy * dy);
        double reach = reach(at, dx / d, dy / d) - BLUNT_MM;
        return reach < LEAST_MM ? null : new Coordinate(at.x + dx / d * reach, at.y + dy / d * reach);
    }

    /** How far the outline goes on in a direction. */
    private double reach(Coordinate at, double dx, double dy) {
        double most = 0;
        for (int r = -1; r < outline.getNumInteriorRing(); r++) {
            CoordinateSequence ring =
                    (r < 0 ? outline.getExteriorRing() : outline.getInteriorRingN(r)).getCoordinateSequence();
            for (int i = 1; i < ring.size(); i++) {
                double x = ring.getX(i) - at.x;
                double y = ring.getY(i) - at.y;
                double ahead = x * dx + y * dy;
                if (ahead > most && ahead < MOST_MM && Math.abs(x * dy - y * dx) < BESIDE_MM) {
                    most = ahead;
                }
            }
        }
        return most;
    }
}
