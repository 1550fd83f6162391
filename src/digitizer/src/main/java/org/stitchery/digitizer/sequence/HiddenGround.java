package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.stitch.Passage;

/**
 * Where the thread of one colour block may run without being seen: below what other threads will cover later, below what
 * this thread will cover itself, and, if need be, along on top of what this thread covers already, which is seen as a
 * faint line in its own colour and therefore costs more.
 */
final class HiddenGround implements Passage {

    /** Longer ways, weighed, are not worth it: a trim costs six seconds, as much as 80 stitches. */
    static final double LONGEST_MM = 60;

    private static final byte SEEN = 0;
    private static final byte LATER = 1;
    private static final byte OWN = 2;
    private static final byte OWN_SEWN = 3;
    private static final byte LATER_NARROW = 4;

    /** What a millimetre costs on each kind of ground. */
    private static final float[] COST = {Float.POSITIVE_INFINITY, 1.2f, 1, 20, 4};

    /** How many kinds there are. */
    static final int KINDS = COST.length;

    /** The least cost of them. */
    static final double LEAST_COST = 1;

    /** Below other threads the middle of the thread stays this far from open ground: half a thread, and some. */
    private static final double CLEAR_MM = 0.5;

    /** Where it can it stays this far away, since rows and rails end unevenly. */
    private static final double SAFE_MM = 1;

    /** How far from a needle point hidden ground is looked for: rows and rails end near the edge. */
    private static final int SNAP_CELLS = 3;

    /** Moves no longer than this need no ground. */
    private static final double CLOSE_MM = 0.5;

    private final Ground ground;
    private final byte[] kind;
    private final short[] covers;
    private int changes;
    private final WaySearch search;
    private final CellSet hidden;
    private final Stretches stretches;

    /**
     * @param thread of the block
     * @param block its number
     * @param threadOf thread of each region
     * @param blockOf number of the block that sews each region
     * @param dense true for each region whose stitches lie close enough to hide what is below
     */
    HiddenGround(
            Ground ground, WaySearch search, int thread, int block, int[] threadOf, int[] blockOf, boolean[] dense) {
        this.ground = ground;
        this.search = search;
        kind = new byte[ground.cells()];
        covers = new short[ground.cells()];
        byte[] kindOf = new byte[threadOf.length];
        boolean later = false;
        for (int region = 0; region < kindOf.length; region++) {
            if (threadOf[region] == thread) {
                kindOf[region] = blockOf[region] >= block ? OWN : OWN_SEWN;
            } else if (blockOf[region] > block && dense[region]) {
                kindOf[region] = LATER;
                later = true;
            }
        }
        CellSet hidden = new CellSet(ground.columns(), ground.lines());
        CellSet covered = new CellSet(ground.columns(), ground.lines());
        take(kindOf, hidden, covered);
        if (later) {
            CellSet unclear = hidden.others().grown(reach(CLEAR_MM));
            rim(unclear.grown(reach(SAFE_MM) - reach(CLEAR_MM)).common(covered), LATER_NARROW);
            CellSet open = unclear.common(covered);
            rim(open, SEEN);
            hidden = hidden.without(open);
        }
        this.hidden = hidden;
        stretches = new Stretches(hidden);
    }

    /** Notes the kind of each cell; the cells that are hidden, and those of them that other threads will cover. */
    private void take(byte[] kindOf, CellSet hidden, CellSet covered) {
        int columns = ground.columns();
        for (int line = 0; line < ground.lines(); line++) {
            for (int run = ground.firstRun(line); run < ground.firstRun(line + 1); run++) {
                int from = ground.runFrom(run);
                int to = ground.runTo(run);
                byte is = kindOf[ground.owner(from)];
                if (is != SEEN) {
                    Arrays.fill(kind, from, to, is);
                    hidden.addRun(line, from - line * columns, to - line * columns);
                }
                if (is == LATER) {
                    covered.addRun(line, from - line * columns, to - line * columns);
                }
            }
        }
    }

    private int reach(double widthMm) {
        return (int) Math.ceil(widthMm / ground.cellMm() - 0.5);
    }

    private void rim(CellSet cells, byte becomes) {
        int columns = ground.columns();
        for (int line = 0; line < ground.lines(); line++) {
            int from = cells.next(line, 0, true);
            while (from < columns) {
                int to = cells.next(line, from, false);
                Arrays.fill(kind, line * columns + from, line * columns + to, becomes);
                from = cells.next(line, to, true);
            }
        }
    }

    /** All cells where a thread may run at some cost. */
    CellSet hidden() {
        return hidden;
    }

    /** The connected stretch of hidden ground a cell is part of, -1 where a thread would be seen. */
    int stretch(int at) {
        return stretches.of(at);
    }

    /** How many such stretches there are. */
    int stretches() {
        return stretches.count();
    }

    /** What a millimetre costs on one kind of ground, from 0 to {@link #KINDS}; infinite where it would be seen. */
    static double cost(int kind) {
        return COST[kind];
    }

    /** The kind of ground in a cell. */
    int kind(int at) {
        return kind[at];
    }

    /** True when all neighbours of a cell are of its kind. */
    boolean plain(int at) {
        byte same = kind[at];
        int above = at - ground.columns();
        int below = at + ground.columns();
        return kind[at - 1] == same
                && kind[at + 1] == same
                && kind[above] == same
                && kind[below] == same
                && kind[above - 1] == same
                && kind[above + 1] == same
                && kind[below - 1] == same
                && kind[below + 1] == same;
    }

    /** Changes whenever a cell becomes ground of another kind. */
    int changes() {
        return changes;
    }

    /** What a millimetre costs in a cell; infinite where it would be seen. */
    float costAt(int at) {
        return COST[kind[at]];
    }

    /** True where even a thread laid now, before anything else of this block, would not lie on top. */
    boolean unseen(int at) {
        return kind[at] == LATER || kind[at] == OWN || kind[at] == LATER_NARROW;
    }

    /** One more piece of this block will cover a cell. */
    void willCover(int at) {
        covers[at]++;
    }

    /** A piece has covered a cell; when it was the last to do so, a thread would lie on top from now on. */
    void covered(int at) {
        covers[at]--;
        if (covers[at] <= 0 && kind[at] == OWN) {
            kind[at] = OWN_SEWN;
            changes++;
        }
    }

    /** Hidden ground at a place or very near to it; -1 when there is none. */
    int near(double x, double y) {
        int middle = ground.at(x, y);
        if (kind[middle] != SEEN) {
            return middle;
        }
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int dl = -SNAP_CELLS; dl <= SNAP_CELLS; dl++) {
            for (int dc = -SNAP_CELLS; dc <= SNAP_CELLS; dc++) {
                int at = middle + dl * ground.columns() + dc;
                double dx = ground.x(at) - x;
                double dy = ground.y(at) - y;
                double away = dx * dx + dy * dy;
                if (kind[at] != SEEN && away < least) {
                    least = away;
                    best = at;
                }
            }
        }
        return best;
    }

    @Override
    public double @Nullable [] way(double fromX, double fromY, double toX, double toY) {
        double dx = toX - fromX;
        double dy = toY - fromY;
        if (dx * dx + dy * dy <= CLOSE_MM * CLOSE_MM) {
            return new double[] {fromX, fromY, toX, toY};
        }
        int from = near(fromX, fromY);
        int to = near(toX, toY);
        if (from < 0 || to < 0 || stretches.of(from) != stretches.of(to)) {
            return null;
        }
        if (!search.find(this, from, to)) {
            return null;
        }
        return search.way(this, fromX, fromY, toX, toY);
    }
}
