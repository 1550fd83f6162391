package org.stitchery.digitizer.stitch;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * Finds ways from cell to cell that pass only under rows still to be sewn (Dijkstra 1959 over the ends of cells). Once a
 * cell is sewn no way leads through it.
 */
final class CellWays {

    private final Cells cells;
    private final Rows rows;
    private final boolean[] sewn;
    private final double[] cost;
    private final int[] from;
    private final int[] reached;
    private int round;
    private int[] chain = new int[64];
    private int chainSize;

    CellWays(Cells cells) {
        this.cells = cells;
        this.rows = cells.rows();
        sewn = new boolean[cells.count()];
        cost = new double[2 * cells.count()];
        from = new int[2 * cells.count()];
        reached = new int[2 * cells.count()];
    }

    boolean sewn(int cell) {
        return sewn[cell];
    }

    void sew(int cell) {
        sewn[cell] = true;
    }

    /** Measures ways from a place in an unsewn cell; read them with {@link #cost}. */
    void measureFrom(int interval) {
        round++;
        PriorityQueue<long[]> open = new PriorityQueue<>(CellWays::order);
        int cell = cells.cellOf(interval);
        for (int e = 0; e < 2; e++) {
            int end = 2 * cell + e;
            reach(end, -1, Math.abs(rows.v(cells.intervalAt(end)) - rows.v(interval)), open);
        }
        spread(open);
    }

    /** Measures ways from the end of a cell just sewn. */
    void measureBeyond(int end) {
        round++;
        PriorityQueue<long[]> open = new PriorityQueue<>(CellWays::order);
        for (int next : cells.beyond(end)) {
            if (!sewn[next >> 1]) {
                reach(next, end, aside(end, next), open);
            }
        }
        spread(open);
    }

    private static int order(long[] a, long[] b) {
        int byCost = Double.compare(Double.longBitsToDouble(a[0]), Double.longBitsToDouble(b[0]));
        return byCost != 0 ? byCost : Long.compare(a[1], b[1]);
    }

    private void spread(PriorityQueue<long[]> open) {
        while (true) {
            long[] top = open.poll();
            if (top == null) {
                return;
            }
            int end = (int) top[1];
            if (Double.longBitsToDouble(top[0]) > cost[end]) {
                continue;
            }
            int across = end ^ 1;
            reach(across, end, cost[end] + cells.rowsIn(end >> 1) * rows.spacing(), open);
            for (int next : cells.beyond(end)) {
                if (!sewn[next >> 1]) {
                    reach(next, end, cost[end] + aside(end, next), open);
                }
            }
        }
    }

    private void reach(int end, int via, double total, PriorityQueue<long[]> open) {
        if (reached[end] != round || total < cost[end]) {
            reached[end] = round;
            cost[end] = total;
            from[end] = via;
            open.add(new long[] {Double.doubleToLongBits(total), end});
        }
    }

    private double aside(int end, int next) {
        int i = cells.intervalAt(end);
        int j = cells.intervalAt(next);
        return rows.spacing() + Math.abs(rows.from(i) + rows.to(i) - rows.from(j) - rows.to(j)) / 4;
    }

    /** Length of the way to the end of a cell, about; infinite when there is none. */
    double cost(int end) {
        return reached[end] == round ? cost[end] : Double.POSITIVE_INFINITY;
    }

    /**
     * The intervals from where was measured to one inside a cell, entering that cell by the better end.
     *
     * @param start where the measuring began
     * @return false when there is no way
     */
    boolean chain(int start, int target) {
        chainSize = 0;
        int cell = cells.cellOf(target);
        if (cells.cellOf(start) == cell && !sewn[cell]) {
            push(start);
            walk(start, target);
            return true;
        }
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int e = 0; e < 2; e++) {
            int end = 2 * cell + e;
            double total = cost(end) + Math.abs(rows.v(cells.intervalAt(end)) - rows.v(target));
            if (total < bestCost) {
                bestCost = total;
                best = end;
            }
        }
        if (best < 0) {
            return false;
        }
        int[] ends = new int[16];
        int n = 0;
        for (int end = best; end >= 0 && reached[end] == round; end = from[end]) {
            if (n == ends.length) {
                ends = Arrays.copyOf(ends, 2 * n);
            }
            ends[n++] = end;
            if (from[end] >= 0 && sewn[from[end] >> 1]) {
                break;
            }
        }
        push(start);
        int at = start;
        for (int k = n - 1; k >= 0; k--) {
            at = walkTo(at, cells.intervalAt(ends[k]));
        }
        walk(at, target);
        return true;
    }

    private int walkTo(int at, int interval) {
        if (cells.cellOf(at) == cells.cellOf(interval) && !sewn[cells.cellOf(at)]) {
            walk(at, interval);
        } else {
            push(interval);
        }
        return interval;
    }

    /** Within one cell. */
    private void walk(int at, int interval) {
        int direction = rows.row(interval) > rows.row(at) ? 1 : -1;
        for (int i = at; i != interval; ) {
            i = cells.next(i, direction);
            push(i);
        }
    }

    private void push(int interval) {
        if (chainSize > 0 && chain[chainSize - 1] == interval) {
            return;
        }
        if (chainSize == chain.length) {
            chain = Arrays.copyOf(chain, 2 * chainSize);
        }
        chain[chainSize++] = interval;
    }

    /** The intervals of the last chain; {@link #chainSize()} of them are valid. */
    int[] chain() {
        return chain;
    }

    int chainSize() {
        return chainSize;
    }
}
