package org.stitchery.digitizer.stitch;

import java.util.List;
import org.stitchery.digitizer.classify.Ladder;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.Underlay;
import org.stitchery.digitizer.geometry.OpenCloth;

/**
 * Sews a ladder as satin: needle points left and right in turn, evenly spaced along the rail where there is more room.
 *
 * <p>Underlay goes along the ladder first and carries the thread to its far end. What the fabric asks for is laid where
 * there is room: the middle run below narrow columns, an open zig-zag in wider ones, edge runs in wide ones. Firm cloth,
 * whose recipe names the middle run, is content with it for longer; cloth that gives or has a pile gets zig-zag and edge
 * runs early. The satin comes back over it. In bends some needle points stay short of the
 * inner rail. Stitches longer than {@value #LONGEST_MM} mm would snag, so they are split, at places that wander so that no
 * line shows.
 */
final class SatinStitches {

    /** The longest loose satin stitch the trade trusts (McGraphix; others go to 8 or 10). */
    private static final double LONGEST_MM = 7;

    /** The inside of a bend may be this much denser than the outside. */
    private static final double DENSER = 1.45;

    /** No needle point stays further from its rail than this share of the width. */
    private static final double DEEPEST = 0.6;

    /** Nor further than this, mm. */
    private static final double DEEPEST_MM = 3.5;

    /** Narrower than this a column on firm cloth is carried by a run along its middle. */
    private static final double ZIGZAG_FROM_MM = 2;

    /** On cloth that gives, a zig-zag begins where it has room. */
    private static final double EARLY_ZIGZAG_FROM_MM = 1.5;

    /** Wider columns have edge runs as well. */
    private static final double EDGE_RUN_FROM_MM = 5;

    /** On cloth that gives, from here on: the two runs and the zig-zag still lie apart. */
    private static final double EARLY_EDGE_RUN_FROM_MM = 2.5;

    private static final double EDGE_INSET_MM = 0.28;

    /** The zig-zag underlay stays this far inside the rails. */
    private static final double UNDERLAY_INSET_MM = 0.5;

    private static final double UNDERLAY_STEP_MM = 1.8;

    /** Shorter satin stitches are left out: the run below shows instead, as wide as they would be. */
    private static final double SHORTEST_MM = 0.55;

    /** Nearer places need no run along the middle of a column too thin for satin. */
    private static final double WORTH_A_RUN_MM = 1;

    /** By so much it is longer than the shortest stitch of the recipe, for the rounding of both its ends. */
    private static final double ROUNDING_MM = 0.05;

    /** Half of what a 40 weight thread covers. */
    private static final double HALF_THREAD_MM = 0.18;

    /** Ends narrower than this are points. */
    private static final double BLUNT_MM = 0.8;

    /** Where the cloth takes no shorter stitches, columns that would need them are made wider by so much on either side. */
    private static final double MOST_WIDER_MM = 0.2;

    /** A column just narrow enough for whole stitches is pulled less, if not less than this share. */
    private static final double LEAST_SHARE = 0.4;

    private SatinStitches() {}

    /**
     * Edge runs along both rails of a wide column, there and back: with the zig-zag they are what the trade calls German
     * underlay. They hold the edge, and close what opens between needle points there.
     */
    static void foundation(Ladder ladder, FabricRecipe recipe, Strand.Writer out) {
        List<Underlay> wanted = recipe.satinUnderlay();
        double from = wanted.contains(Underlay.CENTRE) ? EDGE_RUN_FROM_MM : EARLY_EDGE_RUN_FROM_MM;
        if (!wanted.contains(Underlay.EDGE) || ladder.meanWidth() < from) {
            return;
        }
        int n = ladder.size();
        double[] rails = new double[4 * n];
        for (int i = 0; i < n; i++) {
            double inset = Math.min(0.5, EDGE_INSET_MM / Math.max(0.01, ladder.width(i)));
            double dx = (ladder.rightX(i) - ladder.leftX(i)) * inset;
            double dy = (ladder.rightY(i) - ladder.leftY(i)) * inset;
            rails[2 * i] = ladder.leftX(i) + dx;
            rails[2 * i + 1] = ladder.leftY(i) + dy;
            rails[4 * n - 2 - 2 * i] = ladder.rightX(i) - dx;
            rails[4 * n - 1 - 2 * i] = ladder.rightY(i) - dy;
        }
        RunningStitches.along(rails, RunningStitches.TRAVEL_MM, out);
    }

    /** Underlay from one rung to a later one: at least the run that carries the thread there. */
    static void underlay(Ladder ladder, int from, int to, FabricRecipe recipe, Strand.Writer out) {
        List<Underlay> wanted = recipe.satinUnderlay();
        double zigzagFrom = wanted.contains(Underlay.CENTRE) ? ZIGZAG_FROM_MM : EARLY_ZIGZAG_FROM_MM;
        if (!wanted.contains(Underlay.ZIGZAG) || ladder.meanWidth() < zigzagFrom) {
            double[] middle = new double[2 * (to - from + 1)];
            for (int i = from; i <= to; i++) {
                middle[2 * (i - from)] = ladder.x(i);
                middle[2 * (i - from) + 1] = ladder.y(i);
            }
            RunningStitches.along(middle, RunningStitches.TRAVEL_MM, out);
            return;
        }
        double left = 0;
        for (int i = from + 1; i <= to; i++) {
            left += step(ladder, i);
        }
        double since = 0;
        boolean leftwards = true;
        out.to(ladder.x(from), ladder.y(from));
        for (int i = from + 1; i <= to; i++) {
            double step = step(ladder, i);
            since += step;
            left -= step;
            // The last stitch goes to the very end, into the point of a pointed one, so there must be room for it.
            if (since >= UNDERLAY_STEP_MM && left >= SHORTEST_MM) {
                double inset = Math.min(0.5, UNDERLAY_INSET_MM / Math.max(0.01, ladder.width(i)));
                double t = leftwards ? inset : 1 - inset;
                out.to(
                        ladder.leftX(i) + (ladder.rightX(i) - ladder.leftX(i)) * t,
                        ladder.leftY(i) + (ladder.rightY(i) - ladder.leftY(i)) * t);
                leftwards = !leftwards;
                since = 0;
            }
        }
        if (since > 0.5) {
            out.to(ladder.x(to), ladder.y(to));
        }
    }

    /** Length along the middle from the rung before one to that one. */
    private static double step(Ladder ladder, int rung) {
        return distance(ladder.x(rung - 1), ladder.y(rung - 1), ladder.x(rung), ladder.y(rung));
    }

    /** The satin itself, from the first rung to the last. */
    static void top(Ladder ladder, FabricRecipe recipe, Strand.Writer out) {
        int n = ladder.size();
        double[] at = new double[n];
        double[] leftStep = new double[n];
        double[] rightStep = new double[n];
        for (int i = 1; i < n; i++) {
            // Only movement across the threads makes room for more of them: at mitres and round ends the rails run
            // mostly along the threads.
            double rx = ladder.rightX(i) - ladder.leftX(i) + ladder.rightX(i - 1) - ladder.leftX(i - 1);
            double ry = ladder.rightY(i) - ladder.leftY(i) + ladder.rightY(i - 1) - ladder.leftY(i - 1);
            double size = Math.max(1e-9, Math.sqrt(rx * rx + ry * ry));
            double left = Math.abs(
                            (ladder.leftX(i) - ladder.leftX(i - 1)) * ry - (ladder.leftY(i) - ladder.leftY(i - 1)) * rx)
                    / size;
            double right = Math.abs((ladder.rightX(i) - ladder.rightX(i - 1)) * ry
                            - (ladder.rightY(i) - ladder.rightY(i - 1)) * rx)
                    / size;
            leftStep[i] = left;
            rightStep[i] = right;
            at[i] = at[i - 1] + Math.max(left, right);
        }
        // A thread has width: where a column ends bluntly the outermost one stays half of it inside. Where something
        // goes on there it does not, or a wedge would stay open between the last threads of both.
        double begin = ladder.startJoined() || ladder.width(0) < BLUNT_MM ? 0 : HALF_THREAD_MM;
        double finish = ladder.endJoined() || ladder.width(n - 1) < BLUNT_MM ? 0 : HALF_THREAD_MM;
        double total = at[n - 1] - begin - finish;
        if (total <= 0) {
            begin = 0;
            total = at[n - 1];
        }
        int steps = (int) Math.max(2, Math.ceil(total / (recipe.satinSpacingMm() / 2)));
        double[] thin = new double[2 * steps + 2];
        int thinPlaces = 0;
        double shortest = Math.max(SHORTEST_MM, recipe.shortestStitchMm() + ROUNDING_MM);
        int i = 0;
        for (int s = 0; s <= steps; s++) {
            double place = begin + total * s / steps;
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
            double leftPull = pull(recipe, width, Math.min(ladder.leftRoom(i), ladder.leftRoom(i + 1)));
            double rightPull = pull(recipe, width, Math.min(ladder.rightRoom(i), ladder.rightRoom(i + 1)));
            double missing = shortest - width - leftPull - rightPull;
            if (width < SHORTEST_MM || missing > 2 * MOST_WIDER_MM) {
                thin[2 * thinPlaces] = (lx + rx) / 2;
                thin[2 * thinPlaces++ + 1] = (ly + ry) / 2;
                continue;
            }
            run(thin, thinPlaces, out);
            thinPlaces = 0;
            leftPull += Math.max(0, missing / 2);
            rightPull += Math.max(0, missing / 2);
            boolean left = (s & 1) == 0;
            double ahead = Math.max(leftStep[i + 1], rightStep[i + 1]);
            double crowding = ahead <= 0 ? 1 : (left ? leftStep[i + 1] : rightStep[i + 1]) / ahead;
            double inset = Math.min(DEEPEST_MM, width * depth(crowding, s >> 1)) - (left ? leftPull : rightPull);
            double share = inset / width;
            double px = left ? lx + (rx - lx) * share : rx + (lx - rx) * share;
            double py = left ? ly + (ry - ly) * share : ry + (ly - ry) * share;
            stitchTo(px, py, s, out);
        }
        run(thin, thinPlaces, out);
    }

    /** Along places too thin for satin: whoever walks the tree relies on the thread having come all the way back. */
    private static void run(double[] middle, int places, Strand.Writer out) {
        if (places == 0 || !out.threaded()) {
            return;
        }
        double[] line = new double[2 * places + 2];
        line[0] = out.x();
        line[1] = out.y();
        System.arraycopy(middle, 0, line, 2, 2 * places);
        if (distance(line[0], line[1], line[2 * places], line[2 * places + 1]) >= WORTH_A_RUN_MM || length(line) >= 2) {
            RunningStitches.along(line, RunningStitches.TRAVEL_MM, out);
        }
    }

    private static double length(double[] line) {
        double length = 0;
        for (int i = 2; i < line.length; i += 2) {
            length += distance(line[i - 2], line[i - 1], line[i], line[i + 1]);
        }
        return length;
    }

    /** Pull compensation by the column's width, less where it would close a gap of the drawing. */
    static double pull(FabricRecipe recipe, double widthMm, double gapMm) {
        double open = OpenCloth.reachInto(gapMm);
        double wanted = recipe.pullCompensationMm(widthMm);
        double whole = (LONGEST_MM - 3 * ROUNDING_MM - widthMm) / 2;
        // Better pulled a little less than split in two.
        return Math.min(whole > LEAST_SHARE * wanted ? Math.min(whole, wanted) : wanted, open);
    }

    /**
     * How far a needle point stays short of a crowded rail, as a share of the width.
     *
     * <p>In a bend the inner rail is shorter than the outer by {@code crowding}, and threads evenly spaced outside would
     * pile up inside. At a share {@code f} of the width from the inner rail there is room for
     * {@code crowding + f (1 - crowding)} of them. So each thread draws a number from a van der Corput sequence, which
     * spreads any run of neighbours evenly over 0 to 1, and goes only as deep as there is room for that share. The
     * thickness then is the same from rail to rail, and the short ends lie scattered instead of in a line.
     */
    private static double depth(double crowding, int stitch) {
        if (crowding * DENSER >= 1) {
            return 0;
        }
        double number = Integer.reverse(stitch) * 0x1p-32;
        number = number < 0 ? number + 1 : number;
        return Math.max(0, Math.min(DEEPEST, (number / DENSER - crowding) / (1 - crowding)));
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
}
