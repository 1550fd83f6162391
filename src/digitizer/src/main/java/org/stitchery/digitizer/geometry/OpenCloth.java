package org.stitchery.digitizer.geometry;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * The cloth nothing is sewn on. Thread goes a little beyond its outline to answer the fabric's pull; in a slit between two
 * areas, of whatever thread, both would do so and close it. So whoever reaches out asks first how wide the gap is.
 */
public final class OpenCloth {

    /** Wider gaps stay open whatever the pull compensation does, mm. */
    public static final double WIDE_GAP_MM = 1.2;

    /** A gap as wide as this in thread is seen: what remains of it between two threads' fuzz. */
    private static final double OPEN_GAP_MM = 0.66;

    /** Beyond an outline by so much a place is surely outside. */
    private static final double HAIR_MM = 0.03;

    private final Outline seen;

    /**
     * @param seen all areas that will be seen, none over another, at least one of them not empty
     */
    public OpenCloth(List<? extends Geometry> seen) {
        this.seen = new Outline(Grid.FACTORY.createGeometryCollection(seen.toArray(new Geometry[0])));
    }

    /**
     * How wide the gap is from an edge to what is opposite.
     *
     * @param x place on the edge
     * @param dx outwards, of length 1 together with {@code dy}
     * @return mm; infinite when the gap is wide, or when there is none because the neighbour begins at the edge
     */
    public double gap(double x, double y, double dx, double dy) {
        double px = x + dx * HAIR_MM;
        double py = y + dy * HAIR_MM;
        double far = seen.reach(px, py, dx, dy, WIDE_GAP_MM);
        return far >= WIDE_GAP_MM || seen.contains(px, py) ? Double.POSITIVE_INFINITY : far + HAIR_MM;
    }

    /**
     * How far stitches may reach into a gap that something may reach into from the other side too, mm. They never stay
     * short of their own outline: what that would open of narrower gaps is less than what it would leave bare.
     */
    public static double reachInto(double gapMm) {
        return Math.max(0, (gapMm - OPEN_GAP_MM) / 2);
    }
}
