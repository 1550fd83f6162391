package org.stitchery.digitizer.stitch;

import org.stitchery.digitizer.classify.Ladder;
import org.stitchery.digitizer.fabric.FabricRecipe;

/**
 * Sews a ladder as satin: needle points left and right in turn, evenly spaced along the longer rail.
 *
 * <p>Underlay goes along the ladder first and carries the thread to its far end: a run along the middle of narrow
 * columns, an open zig-zag in wider ones. The satin comes back over it. Where the inner rail of a bend brings needle
 * points closer than {@value #CROWDED_MM} mm, every second one stays short of the edge. Stitches longer than
 * {@value #LONGEST_MM} mm would snag, so they are split, at places that wander so that no line shows.
 */
final class SatinStitches {

    /** The longest loose satin stitch the trade trusts (McGraphix; others go to 8 or 10). */
    private static final double LONGEST_MM = 7;

    /** Needle points closer than this on one rail cut the cloth; a quarter of a millimetre is usual (Ink/Stitch). */
    private static final double CROWDED_MM = 0.25;

    /** Narrower than this a column has room for a run along its middle only. */
    private static final double ZIGZAG_FROM_MM = 2;

    /** The zig-zag underlay stays this far inside the rails. */
    private static final double UNDERLAY_INSET_MM = 0.5;

    private static final double UNDERLAY_STEP_MM = 1.4;

    /** Shorter satin stitches are left out: the run below shows instead, as wide as they would be. */
    private static final double SHORTEST_MM = 0.55;

    private SatinStitches() {}

    /** Underlay from one rung to a later one. */
    static void underlay(Ladder ladder, int from, int to, Strand.Writer out) {
        if (ladder.meanWidth() < ZIGZAG_FROM_MM) {
            double[] middle = new double[2 * (to - from + 1)];
            for (int i = from; i <= to; i++) {
                middle[2 * (i - from)] = ladder.x(i);
                middle[2 * (i - from) + 1] = ladder.y(i);
            }
            RunningStitches.along(middle, RunningStitches.TRAVEL_MM, out);
            return;
        }
        double since = 0;
        boolean left = true;
        out.to(ladder.x(from), ladder.y(from));
        for (int i = from + 1; i <= to; i++) {
            double dx = ladder.x(i) - ladder.x(i - 1);
            double dy = ladder.y(i) - ladder.y(i - 1);
            since += Math.sqrt(dx * dx + dy * dy);
            if (since >= UNDERLAY_STEP_MM) {
                double inset = Math.min(0.5, UNDERLAY_INSET_MM / Math.max(0.01, ladder.width(i)));
                double t = left ? inset : 1 - inset;
                out.to(
                        ladder.leftX(i) + (ladder.rightX(i) - ladder.leftX(i)) * t,
                        ladder.leftY(i) + (ladder.rightY(i) - ladder.leftY(i)) * t);
                left = !left;
                since = 0;
            }
        }
        if (since > 0.5) {
            out.to(ladder.x(to), ladder.y(to));
        }
    }

    /** The satin itself, from the first rung to the last. */
    static void top(Ladder ladder, FabricRecipe recipe, Strand.Writer out) {
        int n = ladder.size();
        double[] at = new double[n];
        for (int i = 1; i < n; i++) {
            double left = distance(ladder.leftX(i - 1), ladder.leftY(i - 1), ladder.leftX(i), ladder.leftY(i));
            double right = distance(ladder.rightX(i - 1), ladder.rightY(i - 1), ladder.rightX(i), ladder.rightY(i));
            at[i] = at[i - 1] + Math.max(left, right);
        }
        double total = at[n - 1];
        int steps = (int) Math.max(2, Math.ceil(total / (recipe.satinSpacingMm() / 2)));
        Rail leftRail = new Rail();
        Rail rightRail = new Rail();
        int i = 0;
        for (int s = 0; s <= steps; s++) {
            double place = total * s / steps;
            while (i < n - 2 && at[i + 1] < place) {
                i++;
            }
            double size = at[i + 1] - at[i];
            double t = size <= 0 ? 0 : Math.max(0, Math.min(1, (place - at[i]) / size));
            double lx = ladder.leftX(i) + (ladder.leftX(i + 1) - ladder.leftX(i)) * t;
            double ly = ladder.leftY(i) + (ladder.leftY(i + 1) - ladder.leftY(i)) * t;
            double rx = ladder.rightX(i) + (ladder.rightX(i + 1) - ladder.rightX(i)) * t;
            double ry = ladder.rightY(i) + (ladder.rightY(i + 1) - ladder.rightY(i)) * t;
            double width = distance(lx, ly, rx, ry);
            if (width < SHORTEST_MM) {
                continue;
            }
            boolean left = (s & 1) == 0;
            Rail rail = left ? leftRail : rightRail;
            double inset = rail.inset(left ? lx : rx, left ? ly : ry, width) - recipe.pullCompensationMm();
            double share = inset / width;
            double px = left ? lx + (rx - lx) * share : rx + (lx - rx) * share;
            double py = left ? ly + (ry - ly) * share : ry + (ly - ry) * share;
            stitchTo(px, py, s, out);
        }
    }

    private static void stitchTo(double x, double y, int s, Strand.Writer out) {
        if (out.threaded()) {
            double fromX = out.x();
            double fromY = out.y();
            double length = distance(fromX, fromY, x, y);
            if (length > LONGEST_MM) {
                int parts = (int) Math.ceil(length / (LONGEST_MM - 1.5));
                double wander = ((s % 5) - 2) * 0.06;
                for (int p = 1; p < parts; p++) {
                    double t = (p + wander) / parts;
                    out.to(fromX + (x - fromX) * t, fromY + (y - fromY) * t);
                }
            }
        }
        out.to(x, y);
    }

    private static double distance(double ax, double ay, double bx, double by) {
        return Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    }

    /** Remembers one rail's needle points and says how far the next stays short of the edge. */
    private static final class Rail {

        private double x = Double.NaN;
        private double y = Double.NaN;
        private int crowd;

        double inset(double nextX, double nextY, double width) {
            if (Double.isNaN(x)) {
                x = nextX;
                y = nextY;
                return 0;
            }
            double step = distance(x, y, nextX, nextY);
            if (step >= CROWDED_MM) {
                x = nextX;
                y = nextY;
                crowd = 0;
                return 0;
            }
            // The edge point stays where it was; the ones in between take two depths in turn.
            crowd++;
            double depth = (crowd & 1) == 1 ? 0.3 : 0.15;
            return Math.min(2, width * depth);
        }
    }
}
