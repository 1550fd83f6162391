package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Running stitches around rings, nearest ring first, each begun and ended at its point nearest to the needle. */
final class RingRuns {

    /** Shorter rings are not worth a run. */
    private static final double SHORTEST_MM = 2;

    private final List<LinearRing> rings = new ArrayList<>();

    private RingRuns(Polygon polygon) {
        add(polygon.getExteriorRing());
        for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
            add(polygon.getInteriorRingN(r));
        }
    }

    /** Sews all rings of a polygon, travelling between them under rows still to come. */
    static void sew(Polygon polygon, RowSewer cover, double nearX, double nearY, Strand.Writer out) {
        new RingRuns(polygon).sew(cover, nearX, nearY, out);
    }

    private void add(LinearRing ring) {
        if (ring.getLength() >= SHORTEST_MM) {
            rings.add(ring);
        }
    }

    private void sew(RowSewer cover, double nearX, double nearY, Strand.Writer out) {
        while (!rings.isEmpty()) {
            double x = out.threaded() ? out.x() : nearX;
            double y = out.threaded() ? out.y() : nearY;
            int best = 0;
            int bestStart = 0;
            double bestCost = Double.POSITIVE_INFINITY;
            for (int r = 0; r < rings.size(); r++) {
                CoordinateSequence points = rings.get(r).getCoordinateSequence();
                for (int i = 0; i < points.size() - 1; i++) {
                    double dx = points.getX(i) - x;
                    double dy = points.getY(i) - y;
                    double cost = dx * dx + dy * dy;
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = r;
                        bestStart = i;
                    }
                }
            }
            CoordinateSequence points = rings.remove(best).getCoordinateSequence();
            double[] line = from(points, bestStart);
            if (out.threaded() && !cover.travelTo(line[0], line[1])) {
                out.goTo(line[0], line[1]);
            }
            RunningStitches.along(line, RunningStitches.TRAVEL_MM, out);
        }
    }

    private static double[] from(CoordinateSequence ring, int first) {
        int n = ring.size() - 1;
        double[] line = new double[2 * n + 2];
        for (int i = 0; i <= n; i++) {
            line[2 * i] = ring.getX((first + i) % n);
            line[2 * i + 1] = ring.getY((first + i) % n);
        }
        return line;
    }
}
