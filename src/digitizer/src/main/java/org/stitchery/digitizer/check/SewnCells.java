package org.stitchery.digitizer.check;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * In which cells thread of the wanted colour lies, whatever lies over it. A colour block's stitches are laid as runs of
 * bits row by row, whatever is wanted there; only where the block ends is that held against what is wanted.
 */
final class SewnCells {

    /** Half of a thread's width: where thread lies. */
    static final double THREAD_MM = 0.2;

    /** The same and a tenth of a millimetre by which thread and cloth give: where nobody sees cloth. */
    static final double GIVING_MM = 0.3;

    private final CellGrid grid;
    private final double reachMm;
    private final BitSet laid;

    private SewnCells(CellGrid grid, double reachMm) {
        this.grid = grid;
        this.reachMm = reachMm;
        laid = new BitSet(grid.cells());
    }

    /**
     * @param wanted for each thread the cells that should have it
     * @param threads the thread of each of the pattern's colour blocks
     * @param origin page position of the pattern's (0, 0) in millimetres, x and y
     * @param reachMm how far from a stitch its thread counts
     */
    static BitSet of(
            CellGrid grid,
            Map<Integer, BitSet> wanted,
            StitchPattern pattern,
            int[] threads,
            double[] origin,
            double reachMm) {
        SewnCells sewn = new SewnCells(grid, reachMm);
        BitSet covered = new BitSet(grid.cells());
        int block = 0;
        boolean down = false;
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < pattern.size(); i++) {
            double x = pattern.x(i) / 10.0 + origin[0];
            double y = pattern.y(i) / 10.0 + origin[1];
            switch (pattern.command(i)) {
                case STITCH -> {
                    if (down) {
                        sewn.lay(lastX, lastY, x, y);
                    }
                    down = true;
                }
                case COLOR_CHANGE -> {
                    sewn.cover(covered, wanted.get(threads[block]));
                    block++;
                    down = false;
                }
                case JUMP, TRIM, STOP, END -> down = false;
            }
            lastX = x;
            lastY = y;
        }
        if (block < threads.length) {
            sewn.cover(covered, wanted.get(threads[block]));
        }
        return covered;
    }

    /** Ends a colour block. */
    private void cover(BitSet covered, @Nullable BitSet wanted) {
        if (wanted != null) {
            laid.and(wanted);
            covered.or(laid);
        }
        laid.clear();
    }

    /**
     * A bar around the stitch. With y measured from a, a row's middle line is inside it where |x uy - y ux| <= reach,
     * across the stitch, and -reach <= x ux + y uy <= length + reach, along it: two straight edges to the left and two
     * to the right.
     */
    private void lay(double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length == 0) {
            return;
        }
        double ux = dx / length;
        double uy = dy / length;
        double across = uy == 0 ? 0 : ux / uy;
        double reach = reachMm / Math.abs(uy);
        double along = ux == 0 ? 0 : -uy / ux;
        double start = -reachMm / ux;
        double end = (length + reachMm) / ux;
        double first = Math.min(start, end);
        double last = Math.max(start, end);
        if (ux == 0) {
            first = Double.NEGATIVE_INFINITY;
            last = Double.POSITIVE_INFINITY;
        }
        double fromLeft = ax - grid.minX();
        double reachY = reachMm * (Math.abs(ux) + Math.abs(uy));
        int upper = grid.firstCentreFrom(Math.min(ay, by) - reachY - grid.minY(), grid.rows());
        int lower = grid.firstCentreFrom(Math.max(ay, by) + reachY - grid.minY(), grid.rows());
        for (int row = upper; row < lower; row++) {
            double y = grid.y(row) - ay;
            double low = Math.max(y * across - reach, y * along + first);
            double high = Math.min(y * across + reach, y * along + last);
            int from = grid.firstCentreFrom(fromLeft + low, grid.columns());
            int to = grid.firstCentreFrom(fromLeft + high, grid.columns());
            if (from < to) {
                laid.set(row * grid.columns() + from, row * grid.columns() + to);
            }
        }
    }
}
