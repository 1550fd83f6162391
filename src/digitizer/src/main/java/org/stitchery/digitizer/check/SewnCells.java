package org.stitchery.digitizer.check;

import java.util.BitSet;
import org.stitchery.embroidery.model.StitchPattern;

/** In which cells thread of the wanted colour lies, whatever lies over it. */
final class SewnCells {

    /** Half of a thread's width, and a tenth of a millimetre by which thread and cloth give. */
    private static final double REACH_MM = 0.3;

    private final CellGrid grid;
    private final int[] wanted;
    private final BitSet covered;

    /** @param wanted the thread that each cell should have */
    private SewnCells(CellGrid grid, int[] wanted) {
        this.grid = grid;
        this.wanted = wanted;
        covered = new BitSet(grid.cells());
    }

    /**
     * @param wanted the thread that each cell should have, -1 for none
     * @param threads the thread of each of the pattern's colour blocks
     * @param originXMm page position of the pattern's (0, 0)
     */
    static BitSet of(
            CellGrid grid, int[] wanted, StitchPattern pattern, int[] threads, double originXMm, double originYMm) {
        SewnCells sewn = new SewnCells(grid, wanted);
        int block = 0;
        boolean down = false;
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < pattern.size(); i++) {
            double x = pattern.x(i) / 10.0 + originXMm;
            double y = pattern.y(i) / 10.0 + originYMm;
            switch (pattern.command(i)) {
                case STITCH -> {
                    if (down) {
                        sewn.lay(threads[block], lastX, lastY, x, y);
                    }
                    down = true;
                }
                case COLOR_CHANGE -> {
                    block++;
                    down = false;
                }
                case JUMP, TRIM, STOP, END -> down = false;
            }
            lastX = x;
            lastY = y;
        }
        return sewn.covered;
    }

    /** A bar around the stitch, row by row: where it is cut by the row's middle line, both sides and both ends. */
    private void lay(int thread, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length == 0) {
            return;
        }
        double ux = dx / length;
        double uy = dy / length;
        double reachY = REACH_MM * (Math.abs(ux) + Math.abs(uy));
        int first = grid.firstCentreFrom(Math.min(ay, by) - reachY - grid.minY(), grid.rows());
        int last = grid.firstCentreFrom(Math.max(ay, by) + reachY - grid.minY(), grid.rows());
        for (int row = first; row < last; row++) {
            double y = grid.y(row) - ay;
            // Across the stitch: |x uy - y ux| <= reach; along it: -reach <= x ux + y uy <= length + reach.
            double low = Double.NEGATIVE_INFINITY;
            double high = Double.POSITIVE_INFINITY;
            if (uy != 0) {
                double p = (y * ux - REACH_MM) / uy;
                double q = (y * ux + REACH_MM) / uy;
                low = Math.min(p, q);
                high = Math.max(p, q);
            }
            if (ux != 0) {
                double p = (-REACH_MM - y * uy) / ux;
                double q = (length + REACH_MM - y * uy) / ux;
                low = Math.max(low, Math.min(p, q));
                high = Math.min(high, Math.max(p, q));
            }
            int from = grid.firstCentreFrom(ax + low - grid.minX(), grid.columns());
            int to = grid.firstCentreFrom(ax + high - grid.minX(), grid.columns());
            for (int cell = row * grid.columns() + from; cell < row * grid.columns() + to; cell++) {
                if (wanted[cell] == thread) {
                    covered.set(cell);
                }
            }
        }
    }
}
