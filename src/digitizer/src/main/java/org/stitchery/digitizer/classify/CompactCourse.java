package org.stitchery.digitizer.classify;

import java.util.Optional;
import org.locationtech.jts.algorithm.MinimumDiameter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A straight course through a small shape without bays: dots, petals, lozenges, short bars. Threads lie across its
 * narrowest way, from one side of the outline to the other, so nothing of it stays bare and no row ends within.
 */
final class CompactCourse {

    /** Wider than this, rows hold better. */
    private static final double WIDEST_MM = 4.8;

    /** A shape fills at least this share of its convex hull. */
    private static final double LEAST_FULLNESS = 0.93;

    /** Rungs begin and end this far outside, so that the search for the very end begins beyond it. */
    private static final double BEYOND_MM = 0.2;

    private CompactCourse() {}

    /** The course, or nothing when the shape asks for something else. */
    static Optional<Course> of(Polygon area) {
        if (area.getNumInteriorRing() > 0) {
            return Optional.empty();
        }
        MinimumDiameter narrowest = new MinimumDiameter(area);
        double width = narrowest.getLength();
        if (width > WIDEST_MM
                || area.getArea() < LEAST_FULLNESS * area.convexHull().getArea()) {
            return Optional.empty();
        }
        LineString across = narrowest.getDiameter();
        double dx = across.getStartPoint().getX() - across.getEndPoint().getX();
        double dy = across.getStartPoint().getY() - across.getEndPoint().getY();
        double size = Math.sqrt(dx * dx + dy * dy);
        if (size < 1e-6) {
            return Optional.empty();
        }
        double ux = -dy / size;
        double uy = dx / size;
        Point middle = area.getCentroid();
        double low = 0;
        double high = 0;
        for (Coordinate p : area.getExteriorRing().getCoordinates()) {
            double along = (p.x - middle.getX()) * ux + (p.y - middle.getY()) * uy;
            low = Math.min(low, along);
            high = Math.max(high, along);
        }
        double from = low - BEYOND_MM;
        double to = high + BEYOND_MM;
        double[] line = {
            middle.getX() + ux * from, middle.getY() + uy * from, middle.getX() + ux * to, middle.getY() + uy * to
        };
        return Optional.of(new Course(line, Course.same(1.5 * WIDEST_MM, 2), false, 0, 0, null, null));
    }
}
