package org.stitchery.digitizer.classify;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * The direction of a fill's rows: the one in which the shape needs the fewest row ends, since every row end is a turn of
 * the frame, a short stitch and a place where the cloth pulls. The number of row ends across a direction is the length
 * of the outline projected on its normal, so one pass over the outline prices all directions at once.
 */
public final class RowAngle {

    private static final int DIRECTIONS = 24;

    /** Satin light: fills at 45 degrees catch it best, so among equals the nearest to it is taken. */
    private static final int FAVOURITE = 6;

    private RowAngle() {}

    /** Radians from the x axis towards y, 0 to pi. */
    public static double of(Polygon area) {
        double[] cost = new double[DIRECTIONS];
        for (int r = -1; r < area.getNumInteriorRing(); r++) {
            CoordinateSequence ring =
                    (r < 0 ? area.getExteriorRing() : area.getInteriorRingN(r)).getCoordinateSequence();
            for (int i = 1; i < ring.size(); i++) {
                double dx = ring.getX(i) - ring.getX(i - 1);
                double dy = ring.getY(i) - ring.getY(i - 1);
                for (int d = 0; d < DIRECTIONS; d++) {
                    double angle = d * Math.PI / DIRECTIONS;
                    cost[d] += Math.abs(dy * StrictMath.cos(angle) - dx * StrictMath.sin(angle));
                }
            }
        }
        double least = Arrays.stream(cost).min().orElse(0);
        Envelope box = area.getEnvelopeInternal();
        double slack = 0.03 * (box.getWidth() + box.getHeight());
        int best = 0;
        int bestAway = Integer.MAX_VALUE;
        for (int d = 0; d < DIRECTIONS; d++) {
            int away = Math.min(Math.abs(d - FAVOURITE), DIRECTIONS - Math.abs(d - FAVOURITE));
            if (cost[d] <= least + slack && away < bestAway) {
                bestAway = away;
                best = d;
            }
        }
        return best * Math.PI / DIRECTIONS;
    }
}
