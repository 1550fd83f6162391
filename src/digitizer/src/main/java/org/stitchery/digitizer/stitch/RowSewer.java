package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.Nullable;

/**
 * Sews all rows of a region so that every move from cell to cell lies under rows still to come.
 *
 * <p>As long as the cells not yet sewn hang together, there is a way under them to any of them. So the next cell must
 * not be one that holds others together ({@link KeyCells}), and it is sewn towards an end where an unsewn neighbour
 * waits; among such cells the nearest comes first. A connected graph always has such a cell, so a connected region needs
 * no jump, whatever its holes. Ink/Stitch reaches the same by deleting travel edges as rows are sewn over them; here the
 * travel graph is the cells themselves.
 */
final class RowSewer {

    /** A move as short as this stays within what the rows cover. */
    private static final double CLOSE_MM = 0.5;

    /** From part to part the thread lies on top of rows just sewn; this much of it will not be noticed. */
    private static final double MOST_ON_TOP_MM = 2;

    /** What a millimetre between the end of the sewing and the wished exit costs, against one under rows to come. */
    private static final double EXIT_COST = 3;

    /** Keeps the cell of the exit for the end, as long as there is another. */
    private static final double LATER = 1e6;

    private final Cells cells;
    private final Rows rows;
    private final CellWays ways;
    private final KeyCells keys;
    private final Corridor corridor;
    private final RowStitches stitches;
    private final Strand.Writer out;
    private double exitU;
    private double exitV;
    private int exitCell = -1;

    RowSewer(Cells cells, RowStitches stitches, Strand.Writer out) {
        this.cells = cells;
        this.rows = cells.rows();
        this.stitches = stitches;
        this.out = out;
        ways = new CellWays(cells);
        keys = new KeyCells(cells);
        corridor = new Corridor(rows);
    }

    /** Runs under the rows, all of them still to be sewn, to a page point; false when there is no way. */
    boolean travelTo(double x, double y) {
        if (rows.intervals() == 0 || !out.threaded()) {
            return false;
        }
        int here = rows.nearest(rows.u(out.x(), out.y()), rows.v(out.x(), out.y()));
        int there = rows.nearest(rows.u(x, y), rows.v(x, y));
        ways.measureFrom(here);
        return ways.chain(here, there) && run(rows.u(x, y), rows.v(x, y));
    }

    /** Goes to where rows are, when thread is in the needle and the needle is elsewhere. */
    void enter() {
        if (rows.intervals() == 0 || !out.threaded()) {
            return;
        }
        double u = rows.u(out.x(), out.y());
        double v = rows.v(out.x(), out.y());
        int i = rows.nearest(u, v);
        double nearU = Math.max(rows.from(i), Math.min(rows.to(i), u));
        if (Math.max(Math.abs(nearU - u), Math.abs(rows.v(i) - v)) > CLOSE_MM) {
            goTo(nearU, rows.v(i));
        }
    }

    /** A page point where sewing would begin, coming from another one. */
    double[] start(double x, double y) {
        int i = nearestLeft(rows.u(x, y), rows.v(x, y));
        double u = stitches.entry(i, rows.u(x, y));
        return new double[] {rows.x(u, rows.v(i)), rows.y(u, rows.v(i))};
    }

    /**
     * Sews everything, beginning near the needle when it is threaded, otherwise near the page point given.
     *
     * @param exit page point near which to end if possible, null for anywhere
     */
    void sewAll(double nearX, double nearY, double @Nullable [] exit) {
        exitCell = -1;
        boolean inside = out.threaded();
        while (true) {
            double x = out.threaded() ? out.x() : nearX;
            double y = out.threaded() ? out.y() : nearY;
            int start = nearestLeft(rows.u(x, y), rows.v(x, y));
            if (start < 0) {
                return;
            }
            if (inside) {
                ways.measureFrom(start);
            }
            if (exit != null) {
                wish(exit, start);
            }
            sewPart(start, inside, rows.u(x, y), rows.v(x, y));
            inside = false;
        }
    }

    /** Chooses where the part around an interval should end: at the nearest other part, or at the exit if there is none. */
    private void wish(double[] exit, int start) {
        keys.find(cells.cellOf(start), ways);
        double u = (rows.from(start) + rows.to(start)) / 2;
        int other = nearest(u, rows.v(start), false);
        exitU = other < 0 ? rows.u(exit[0], exit[1]) : (rows.from(other) + rows.to(other)) / 2;
        exitV = other < 0 ? rows.v(exit[0], exit[1]) : rows.v(other);
        int exitAt = nearest(exitU, exitV, true);
        exitCell = exitAt < 0 ? -1 : cells.cellOf(exitAt);
    }

    /** The nearest unsewn interval within the part last looked at, or outside it. */
    private int nearest(double u, double v, boolean within) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.intervals(); i++) {
            int cell = cells.cellOf(i);
            if (!ways.sewn(cell) && keys.found(cell) == within) {
                double cost = Math.max(0, Math.max(rows.from(i) - u, u - rows.to(i))) + Math.abs(v - rows.v(i));
                if (cost < bestCost) {
                    bestCost = cost;
                    best = i;
                }
            }
        }
        return best;
    }

    private int nearestLeft(double u, double v) {
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.intervals(); i++) {
            if (!ways.sewn(cells.cellOf(i))) {
                double aside = Math.max(0, Math.max(rows.from(i) - u, u - rows.to(i)));
                double cost = aside + Math.abs(v - rows.v(i));
                if (cost < bestCost) {
                    bestCost = cost;
                    best = i;
                }
            }
        }
        return best;
    }

    /** Sews all cells that hang together with the one of this interval. */
    private void sewPart(int start, boolean inside, double u, double v) {
        int from = -1;
        int root = cells.cellOf(start);
        while (root >= 0) {
            keys.find(root, ways);
            boolean measured = from >= 0 || inside;
            if (from >= 0) {
                ways.measureBeyond(from);
            }
            int best = -1;
            double bestCost = Double.POSITIVE_INFINITY;
            int found = 0;
            for (int cell = 0; cell < cells.count(); cell++) {
                found += keys.found(cell) ? 1 : 0;
            }
            for (int end = 0; end < 2 * cells.count(); end++) {
                int cell = end >> 1;
                if (!keys.found(cell) || keys.isKey(cell) || found > 1 && !leadsOn(end ^ 1)) {
                    continue;
                }
                double cost = measured ? ways.cost(end) : away(end, u, v);
                if (exitCell >= 0) {
                    if (found == 1) {
                        cost = (measured ? cost : 0) + EXIT_COST * away(end ^ 1, exitU, exitV);
                    } else if (cell == exitCell) {
                        cost += LATER;
                    }
                }
                if (cost < bestCost) {
                    bestCost = cost;
                    best = end;
                }
            }
            if (best < 0) {
                return;
            }
            if (measured) {
                int origin = from >= 0 ? cells.intervalAt(from) : start;
                int target = cells.intervalAt(best);
                double targetU = stitches.entry(target, rows.u(out.x(), out.y()));
                if (!ways.chain(origin, target) || !run(targetU, rows.v(target))) {
                    goTo(targetU, rows.v(target));
                }
            } else if (out.threaded()) {
                int target = cells.intervalAt(best);
                double targetU = stitches.entry(target, rows.u(out.x(), out.y()));
                if (exitCell >= 0 && away(best, rows.u(out.x(), out.y()), rows.v(out.x(), out.y())) > MOST_ON_TOP_MM) {
                    out.cut();
                }
                goTo(targetU, rows.v(target));
            }
            sewCell(best, u);
            ways.sew(best >> 1);
            inside = false;
            from = best ^ 1;
            root = unsewnBeyond(from);
        }
    }

    private void goTo(double u, double v) {
        out.goTo(rows.x(u, v), rows.y(u, v));
    }

    private double away(int end, double u, double v) {
        int i = cells.intervalAt(end);
        return Math.min(Math.abs(rows.from(i) - u), Math.abs(rows.to(i) - u)) + Math.abs(rows.v(i) - v);
    }

    private boolean leadsOn(int end) {
        return unsewnBeyond(end) >= 0;
    }

    private int unsewnBeyond(int end) {
        for (int next : cells.beyond(end)) {
            if (!ways.sewn(next >> 1)) {
                return next >> 1;
            }
        }
        return -1;
    }

    private void sewCell(int end, double nearU) {
        int direction = (end & 1) == 0 ? 1 : -1;
        int previous = -1;
        for (int i = cells.intervalAt(end); i >= 0; ) {
            int next = cells.next(i, direction);
            stitches.sew(i, previous, next, nearU);
            previous = i;
            i = next;
        }
    }

    /** Running stitches along the pulled string. */
    private boolean run(double endU, double endV) {
        double[] uv = corridor.pull(
                ways.chain(), ways.chainSize(), rows.u(out.x(), out.y()), rows.v(out.x(), out.y()), endU, endV);
        double[] line = new double[corridor.length()];
        for (int i = 0; i < line.length; i += 2) {
            line[i] = rows.x(uv[i], uv[i + 1]);
            line[i + 1] = rows.y(uv[i], uv[i + 1]);
        }
        RunningStitches.along(line, RunningStitches.TRAVEL_MM, out);
        return true;
    }
}
