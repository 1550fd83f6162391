package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.RowDirection;
import org.stitchery.digitizer.classify.SpiralFill;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.geometry.Grid;

/**
 * Sews a spiral: underlay rows across, then from the middle outwards, one turn beside the other, each the outline drawn
 * smaller, and a last full turn along the edge, which ends near where the thread goes on. The thread runs along its
 * neighbours everywhere, so no row turns and the edge needs no run of its own.
 */
final class SpiralStitches {

    /** Points of the spiral in a turn, before stitches are made of them: within 0.02 mm of a circle of 40 mm. */
    private static final int POINTS_A_TURN = 180;

    /** Turns run in all directions, most of them off the machine's grid; so much closer rounding opens no slits. */
    private static final double ROUNDING_MM = 0.05;

    private final double middleX;
    private final double middleY;
    private final double[] reach = new double[POINTS_A_TURN];
    private double farthest;

    private SpiralStitches(Polygon inner) {
        Point middle = inner.getCentroid();
        middleX = middle.getX();
        middleY = middle.getY();
        Coordinate[] ring = inner.getExteriorRing().getCoordinates();
        for (int p = 0; p < POINTS_A_TURN; p++) {
            reach[p] = reach(ring, cos(p), sin(p));
            farthest = Math.max(farthest, reach[p]);
        }
    }

    /**
     * Sews a spiral fill.
     *
     * @param near where to begin, unless there is thread in the needle: then sewing goes on from there
     * @param exit about where to end
     */
    static void sew(SpiralFill fill, FabricRecipe recipe, double[] near, double @Nullable [] exit, Strand.Writer out) {
        for (Polygon inner : Grid.polygons(Grid.grown(fill.area(), -TatamiStitches.INSET_MM), 0)) {
            SpiralStitches spiral = new SpiralStitches(inner);
            if (recipe.underlaySpacingMm() > 0 && TatamiStitches.needsUnderlay(inner)) {
                TatamiStitches.underlay(inner, new RowDirection(1, 1), recipe, null, near[0], near[1], out);
            }
            spiral.sew(recipe, exit == null ? near : exit, out);
        }
    }

    private void sew(FabricRecipe recipe, double[] exit, Strand.Writer out) {
        int turns = (int) Math.ceil(farthest / (recipe.rowSpacingMm() - ROUNDING_MM) - 0.5);
        int end = nearest(exit);
        double[] line = new double[2 * ((turns + 1) * POINTS_A_TURN + 1)];
        // Half a spacing from the middle is as near as thread need come to itself on the other side.
        double first = 0.5 / (turns + 0.5);
        for (int i = 0; i < line.length / 2; i++) {
            double turn = Math.min(turns, (double) i / POINTS_A_TURN);
            double share = first + (1 - first) * turn / turns;
            int p = (end + i) % POINTS_A_TURN;
            line[2 * i] = middleX + cos(p) * reach[p] * share;
            line[2 * i + 1] = middleY + sin(p) * reach[p] * share;
        }
        if (out.threaded()) {
            RunningStitches.along(new double[] {out.x(), out.y(), line[0], line[1]}, RunningStitches.TRAVEL_MM, out);
        }
        RunningStitches.along(line, recipe.fillStitchMm(), out);
    }

    private int nearest(double[] exit) {
        int nearest = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int p = 0; p < POINTS_A_TURN; p++) {
            double dx = middleX + cos(p) * reach[p] - exit[0];
            double dy = middleY + sin(p) * reach[p] - exit[1];
            if (dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                nearest = p;
            }
        }
        return nearest;
    }

    /** How far the edge is from the middle in one direction, mm; the first edge met counts. */
    private double reach(Coordinate[] ring, double cos, double sin) {
        double found = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            double ax = ring[i].x - middleX;
            double ay = ring[i].y - middleY;
            double bx = ring[i + 1].x - middleX;
            double by = ring[i + 1].y - middleY;
            double asideA = cos * ay - sin * ax;
            double asideB = cos * by - sin * bx;
            if (asideA <= 0 != asideB <= 0) {
                double t = asideA / (asideA - asideB);
                double along = cos * (ax + t * (bx - ax)) + sin * (ay + t * (by - ay));
                if (along > 0 && (found == 0 || along < found)) {
                    found = along;
                }
            }
        }
        return found;
    }

    private static double cos(int p) {
        return StrictMath.cos(2 * Math.PI * p / POINTS_A_TURN);
    }

    private static double sin(int p) {
        return StrictMath.sin(2 * Math.PI * p / POINTS_A_TURN);
    }
}
