package org.stitchery.digitizer.stitch;

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

    private final Cells cells;
    private final Rows rows;
    private final CellWays ways;
    private final KeyCells keys;
    private final Corridor corridor;
    private final RowStitches stitches;
    private final Strand.Writer out;

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

    /** A page point where sewing would begin, coming from another one. */
    double[] start(double x, double y) {
        int i = nearestLeft(rows.u(x, y), rows.v(x, y));
        double u = stitches.entry(i, rows.u(x, y));
        return new double[] {rows.x(u, rows.v(i)), rows.y(u, rows.v(i))};
    }

    /** Sews everything, beginning near the needle when it is threaded, otherwise near the page point given. */
    void sewAll(double nearX, double nearY) {
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
            sewPart(start, inside, rows.u(x, y), rows.v(x, y));
            inside = false;
        }
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
                    out.cut();
                }
            } else if (out.threaded()) {
                out.cut();
            }
            sewCell(best, u);
            ways.sew(best >> 1);
            inside = false;
            from = best ^ 1;
            root = unsewnBeyond(from);
        }
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
        for (int i = cells.intervalAt(end); i >= 0; i = cells.next(i, direction)) {
            stitches.sew(i, previous, nearU);
            previous = i;
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
