package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Polygon;

/**
 * A direction in which rows can run without rounding errors: so many steps of the machine's grid to the right and so
 * many down. Along such a direction grid points lie on every row, so a needle point can be on the row <i>and</i> on the
 * grid, and rows stay straight and evenly spaced. At 37 degrees they would weave by a twentieth of a millimetre to either
 * side, enough to open slits between threads 0.4 mm wide; at 2 steps to 1 (26.6 degrees) they do not.
 *
 * @param run grid steps to the right, 0 or more
 * @param rise grid steps down, any sign
 */
public record RowDirection(int run, int rise) {

    /** The machine's grid, mm. */
    private static final double GRID_MM = 0.1;

    /**
     * Steps of the directions in the first eighth; mirrored they make 6. Finer ones have grid points too far apart: at 3
     * steps to 1 only every third is on the row, and the row's ends, which must be where the outline is, are beside it.
     */
    private static final int[][] STEPS = {{2, 1}, {1, 1}};

    private static final List<RowDirection> ALL = all();

    /** Grid points along a direction of more steps lie further apart than short stitches are long. */
    private static final int MOST_STEPS = 9;

    /** Fills at 45 degrees catch the light best, so among equals the nearest to it is taken. */
    private static final double FAVOURITE = Math.PI / 4;

    private static List<RowDirection> all() {
        List<RowDirection> all = new ArrayList<>();
        for (int[] step : STEPS) {
            all.add(new RowDirection(step[0], step[1]));
            if (step[0] != step[1]) {
                all.add(new RowDirection(step[1], step[0]));
            }
            if (step[1] != 0) {
                all.add(new RowDirection(step[0], -step[1]));
                if (step[0] != step[1]) {
                    all.add(new RowDirection(step[1], -step[0]));
                }
            }
        }
        return List.copyOf(all);
    }

    /**
     * The direction nearest to an angle, within three and a half degrees: between finer ones rows would weave.
     *
     * @param degrees counterclockwise as seen on the page from the horizontal
     */
    public static RowDirection nearest(double degrees) {
        double angle = StrictMath.toRadians(degrees);
        double cos = StrictMath.cos(angle);
        double down = -StrictMath.sin(angle);
        RowDirection nearest = new RowDirection(1, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int run = 0; run <= MOST_STEPS; run++) {
            for (int rise = -MOST_STEPS; rise <= MOST_STEPS; rise++) {
                if (run + Math.abs(rise) == 1 || coprime(run, Math.abs(rise))) {
                    double off = Math.abs(run * down - rise * cos) / Math.sqrt((double) run * run + rise * rise);
                    if (off < least - 1e-9) {
                        least = off;
                        nearest = new RowDirection(run, rise);
                    }
                }
            }
        }
        return nearest;
    }

    private static boolean coprime(int a, int b) {
        int x = a;
        int y = b;
        while (y != 0) {
            int rest = x % y;
            x = y;
            y = rest;
        }
        return x == 1 && a > 0 && b > 0;
    }

    /**
     * The direction in which a shape needs the fewest row ends, since every row end is a turn of the frame, a short
     * stitch and a place where the cloth pulls. The number of row ends across a direction is the length of the outline
     * projected on its normal, so one pass over the outline prices all directions at once.
     */
    public static RowDirection best(Polygon area) {
        double[] cost = new double[ALL.size()];
        for (int r = -1; r < area.getNumInteriorRing(); r++) {
            CoordinateSequence ring =
                    (r < 0 ? area.getExteriorRing() : area.getInteriorRingN(r)).getCoordinateSequence();
            for (int d = 0; d < cost.length; d++) {
                double cos = ALL.get(d).cos();
                double sin = ALL.get(d).sin();
                double sum = 0;
                for (int i = 1; i < ring.size(); i++) {
                    double dx = ring.getX(i) - ring.getX(i - 1);
                    double dy = ring.getY(i) - ring.getY(i - 1);
                    sum += Math.abs(dy * cos - dx * sin);
                }
                cost[d] += sum;
            }
        }
        double least = Double.POSITIVE_INFINITY;
        for (double c : cost) {
            least = Math.min(least, c);
        }
        Envelope box = area.getEnvelopeInternal();
        double slack = 0.03 * (box.getWidth() + box.getHeight());
        int best = 0;
        double bestAway = Double.POSITIVE_INFINITY;
        for (int d = 0; d < cost.length; d++) {
            double away =
                    Math.abs(StrictMath.atan2(ALL.get(d).rise(), ALL.get(d).run()) - FAVOURITE);
            away = Math.min(away, Math.PI - away);
            if (cost[d] <= least + slack && away < bestAway) {
                bestAway = away;
                best = d;
            }
        }
        return ALL.get(best);
    }

    /** Every direction there is. */
    public static List<RowDirection> every() {
        return ALL;
    }

    /** A quarter turn further. */
    public RowDirection across() {
        return rise > 0 ? new RowDirection(rise, -run) : new RowDirection(-rise, run);
    }

    private double size() {
        return Math.sqrt((double) run * run + (double) rise * rise);
    }

    public double cos() {
        return run / size();
    }

    public double sin() {
        return rise / size();
    }

    /** The distance of neighbouring lines of grid points in this direction, mm. */
    public double lineMm() {
        return GRID_MM / size();
    }

    /** The largest whole number of grid lines within a distance, at least one. Millimetres. */
    public double spacing(double wantedMm) {
        return Math.max(1, Math.floor(wantedMm / lineMm() + 1e-9)) * lineMm();
    }
}
