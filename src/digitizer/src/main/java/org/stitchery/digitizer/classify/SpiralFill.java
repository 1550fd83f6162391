package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.SewingHints;

/** A round area without holes, filled by one thread that winds from its middle to its edge. */
public record SpiralFill(int thread, String element, Polygon area, SewingHints hints) implements AreaFill {

    /** Narrower ones are satin, which covers them in fewer stitches. */
    private static final double NARROWEST_MM = 4.8;

    /** In wider ones a spiral's short stitches cost more time than the even edge is worth, unless the file asks for it. */
    private static final double WIDEST_UNASKED_MM = 14;

    /**
     * The farthest edge is at most so many times as far from the middle as the nearest: turns lie as much closer together
     * on one side as the edge is nearer there.
     */
    private static final double LEAST_ROUND = 1.35;

    /** The same where nobody asked for a spiral: circles, as drawn by hand too. */
    private static final double LEAST_ROUND_UNASKED = 1.1;

    /** True when a spiral can be sewn: each ray from the middle meets the edge once, at much the same distance. */
    public static boolean fits(Polygon area) {
        return fits(area, LEAST_ROUND, Double.POSITIVE_INFINITY);
    }

    /** True when a spiral is the best that can be sewn: a small disc. */
    public static boolean suits(Polygon area) {
        return fits(area, LEAST_ROUND_UNASKED, WIDEST_UNASKED_MM);
    }

    private static boolean fits(Polygon area, double leastRound, double widestMm) {
        Envelope box = area.getEnvelopeInternal();
        if (area.getNumInteriorRing() > 0
                || Math.min(box.getWidth(), box.getHeight()) < NARROWEST_MM
                || Math.max(box.getWidth(), box.getHeight()) > widestMm) {
            return false;
        }
        Point middle = area.getCentroid();
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        double sense = 0;
        Coordinate[] ring = area.getExteriorRing().getCoordinates();
        for (int i = 0; i + 1 < ring.length; i++) {
            double ax = ring[i].x - middle.getX();
            double ay = ring[i].y - middle.getY();
            double bx = ring[i + 1].x - middle.getX();
            double by = ring[i + 1].y - middle.getY();
            double cross = ax * by - ay * bx;
            sense = sense == 0 ? Math.signum(cross) : sense;
            if (cross * sense <= 0) {
                return false;
            }
            double length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
            least = Math.min(least, Math.abs(cross) / length);
            most = Math.max(most, Math.sqrt(ax * ax + ay * ay));
        }
        return most <= leastRound * least;
    }
}
