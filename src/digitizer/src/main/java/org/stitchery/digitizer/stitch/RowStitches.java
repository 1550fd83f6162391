package org.stitchery.digitizer.stitch;

import org.stitchery.digitizer.geometry.OpenCloth;

/**
 * Sews single rows of a tatami fill.
 *
 * <p>Inside a row the needle goes down at places tied to the page: every {@code stitch} millimetres, shifted from row to
 * row by halves and quarters, so that the holes form no lines and neighbouring fills match. What would be a short
 * remainder at a row's end joins its neighbour. Where a row turns into the next, the next one begins a little further
 * in: the turning stitch becomes long enough to sew, and the cloth is not perforated along one line; the edge run below
 * closes the notch.
 */
final class RowStitches {

    /** Shift of the needle points from row to row, in stitch lengths. */
    private static final double[] STAGGER = {0, 0.5, 0.25, 0.75};

    /** Shortest part of a stitch length that stands on its own. */
    private static final double REMAINDER = 0.4;

    /** Shortest turning stitch, mm. */
    private static final double TURN_MM = 0.5;

    /** A turning stitch whose outer end is a row's beginning ends bluntly there, so it stays a little further in, mm. */
    private static final double BLUNT_MM = 0.04;

    /** Rounding moves row ends no further than this, mm. */
    private static final double ROUNDED_MM = 0.12;

    /** How far a row may begin further in than wanted, so that its turning stitch is long enough on the grid, in tenths. */
    private static final int MOST_TENTHS_IN = 3;

    /** Where an edge run closes the notches of turning rows, only shorter rows are sewn as satin, mm. */
    static final double SATIN_OVER_EDGE_RUN_MM = 1.3;

    /** Where nothing lies below, longer ones too. */
    static final double SATIN_ALONE_MM = 4;

    /** Shorter stitches are not sewn: the thread is nearly as wide. */
    private static final double SHORTEST_MM = 0.5;

    private static final double HAIR_MM = 1e-6;

    /**
     * Where the thread's middle may go: this far inside the outline. A thread is about 0.4 mm wide, of which a little
     * sinks into its neighbours; a quarter of a tenth more or less shows in no sewing but in every measurement.
     */
    static final double INSET_MM = 0.14;

    private final Rows rows;
    private final double stitch;
    private final double[] lows;
    private final double[] highs;
    private final double satinTo;
    private final Strand.Writer out;
    private final TenthsGrid grid;
    private boolean afterSatin;

    /**
     * @param stitch length of a stitch, mm
     * @param pull how far rows reach beyond the outline at either end, mm
     * @param satinTo rows up to this long are sewn as satin, without a turning stitch: to the far end half a row
     *     earlier, and back to the near one; on both sides needle points then lie a row's distance apart
     * @param cloth what stays open around the fill
     */
    RowStitches(Rows rows, double stitch, double pull, double satinTo, OpenCloth cloth, Strand.Writer out) {
        this(rows, stitch, satinTo, out);
        for (int i = 0; i < lows.length; i++) {
            lows[i] -= beyond(rows.from(i), i, -1, pull, cloth);
            highs[i] += beyond(rows.to(i), i, 1, pull, cloth);
        }
    }

    private RowStitches(Rows rows, double stitch, double satinTo, Strand.Writer out) {
        this.rows = rows;
        this.stitch = stitch;
        this.satinTo = satinTo;
        this.out = out;
        grid = new TenthsGrid(rows.cos(), rows.sin());
        lows = new double[rows.intervals()];
        highs = new double[rows.intervals()];
        for (int i = 0; i < lows.length; i++) {
            lows[i] = rows.from(i);
            highs[i] = rows.to(i);
        }
    }

    /** Rows that nobody will see: they end where they are cut. */
    static RowStitches underlay(Rows rows, double stitch, Strand.Writer out) {
        return new RowStitches(rows, stitch, 0, out);
    }

    /** Where a row would be begun, coming from u. */
    double entry(int interval, double fromU) {
        double low = low(interval);
        double high = high(interval);
        return Math.abs(fromU - low) <= Math.abs(fromU - high) ? low : high;
    }

    /**
     * Sews a row from its nearer end to the other, joining it to the last one.
     *
     * @param previous the neighbouring row just sewn, -1 for none
     * @param next the neighbouring row to be sewn after this one, -1 for none
     */
    void sew(int interval, int previous, int next, double nearU) {
        double low = low(interval);
        double high = high(interval);
        double v = rows.v(interval);
        if (high <= low) {
            low = (low + high) / 2;
            high = low;
        }
        boolean joined = out.threaded();
        double fromU = joined ? rows.u(out.x(), out.y()) : nearU;
        double fromV = joined ? rows.v(out.x(), out.y()) : v;
        if (previous >= 0 && joined && high - low <= satinTo) {
            satin(low, high, interval, previous, fromU);
            afterSatin = true;
            return;
        }
        boolean rightwards = Math.abs(fromU - low) <= Math.abs(fromU - high);
        double begin = rightwards ? low : high;
        double end = rightwards ? high : low;
        double forward = rightwards ? 1 : -1;
        double across = Math.abs(v - fromV);
        double outwards = (fromU - begin) * forward;
        if (previous >= 0 && outwards > 0 && outwards < turn(across) + ROUNDED_MM) {
            begin += forward * BLUNT_MM;
        }
        if (!joined) {
            place(begin, v, rightwards, 0, 1);
        } else if (across > 1e-6 || Math.abs(fromU - begin) > TURN_MM) {
            settle(begin, v, rightwards, 0, 1);
            if (!turnsFrom(out.x(), out.y())) {
                begin = fromU + forward * turn(across);
            }
            if ((end - begin) * forward > SATIN_OVER_EDGE_RUN_MM) {
                approach(fromU, begin, v);
                begin(begin, v, rightwards);
            }
        }
        inner(begin, end, v, interval, rightwards);
        // Beside satin, which ends half a row from here, this one is needed in full.
        end(end, v, rightwards, afterSatin && previous >= 0 ? -1 : next);
        afterSatin = false;
    }

    /** How far along the row a turning stitch must go that goes so far across. */
    private static double turn(double across) {
        return across < TURN_MM ? Math.sqrt(TURN_MM * TURN_MM - across * across) : 0;
    }

    /** Whether the point just settled is far enough from another for a turning stitch. */
    private boolean turnsFrom(double x, double y) {
        double dx = grid.x() - x;
        double dy = grid.y() - y;
        return dx * dx + dy * dy >= TURN_MM * TURN_MM - HAIR_MM;
    }

    /** Begins a row at a point of the grid that is far enough from where the needle is. */
    private void begin(double u, double v, boolean rightwards) {
        settle(u, v, rightwards, 0, 1);
        for (int tenths = 1; tenths <= MOST_TENTHS_IN && !turnsFrom(out.x(), out.y()); tenths++) {
            settle(u + (rightwards ? tenths : -tenths) / 10.0, v, rightwards, 0, 1);
        }
        out.to(grid.x(), grid.y());
    }

    /**
     * Ends a row. Where the next one begins a little further out, this one ends earlier, so that the turning stitch
     * becomes long enough: the notch is then shallower than if the next one began later.
     */
    private void end(double u, double v, boolean rightwards, int next) {
        double forward = rightwards ? 1 : -1;
        if (next >= 0 && high(next) - low(next) > satinTo) {
            double least = turn(rows.spacing());
            double nextU = rightwards ? high(next) : low(next);
            double outwards = (nextU - u) * forward;
            if (outwards > 0 && outwards < least) {
                nextU -= forward * BLUNT_MM;
                settle(nextU, rows.v(next), !rightwards, 0, 1);
                double x = grid.x();
                double y = grid.y();
                double at = nextU - forward * least;
                settle(at, v, rightwards, 1, 0);
                for (int tenths = 1; tenths <= MOST_TENTHS_IN && !turnsFrom(x, y); tenths++) {
                    settle(at - forward * tenths / 10.0, v, rightwards, 1, 0);
                }
                out.to(grid.x(), grid.y());
                return;
            }
        }
        place(u, v, rightwards, 1, 0);
    }

    private void satin(double low, double high, int interval, int previous, double fromU) {
        boolean right = Math.abs(fromU - low) <= Math.abs(fromU - high);
        double v = rows.v(interval);
        double between = (v + rows.v(previous)) / 2;
        double far = right ? (high + high(previous)) / 2 : (low + low(previous)) / 2;
        double near = right ? low : high;
        if (Math.abs(far - near) >= SHORTEST_MM) {
            out.to(rows.x(far, between), rows.y(far, between));
            out.to(rows.x(near, v), rows.y(near, v));
        }
    }

    /** Along the row's own line when its end is far from the last row's: no long stitch over what is beside it. */
    private void approach(double fromU, double begin, double v) {
        double du = begin - fromU;
        int parts = (int) Math.ceil(Math.abs(du) / stitch);
        for (int p = 1; p < parts; p++) {
            double u = fromU + du * p / parts;
            out.to(rows.x(u, v), rows.y(u, v));
        }
    }

    private void inner(double begin, double end, double v, int interval, boolean rightwards) {
        double shift = STAGGER[rows.row(interval) & 3] * stitch;
        double low = Math.min(begin, end);
        double high = Math.max(begin, end);
        long first = (long) Math.ceil((low + REMAINDER * stitch - shift) / stitch);
        long last = (long) Math.floor((high - REMAINDER * stitch - shift) / stitch);
        long step = rightwards ? 1 : -1;
        for (long k = rightwards ? first : last; k >= first && k <= last; k += step) {
            place(k * stitch + shift, v, rightwards, 3, 3);
        }
    }

    private void place(double u, double v, boolean rightwards, int back, int ahead) {
        settle(u, v, rightwards, back, ahead);
        out.to(grid.x(), grid.y());
    }

    private void settle(double u, double v, boolean rightwards, int back, int ahead) {
        grid.settle(rows.x(u, v), rows.y(u, v), rightwards ? back : ahead, rightwards ? ahead : back);
    }

    /** Where the row's thread should begin. */
    private double low(int interval) {
        return lows[interval];
    }

    /** Where it should end. */
    private double high(int interval) {
        return highs[interval];
    }

    /**
     * How far a row goes beyond its cut at one end. Rows are cut from the outline moved inwards by {@link #INSET_MM}. A
     * row that meets it squarely goes on to the outline itself; one that meets it at a slant goes on only until the
     * corner of its thread, which has width, touches it. The pull compensation comes on top, as far as it leaves gaps
     * open; two rows facing each other across a gap never close it.
     */
    private double beyond(double u, int interval, int direction, double pull, OpenCloth cloth) {
        double lean = direction < 0 ? rows.fromLean(interval) : rows.toLean(interval);
        double length = Math.sqrt(1 + lean * lean);
        double v = rows.v(interval);
        double edge = u + direction * INSET_MM * length;
        double gap = cloth.gap(rows.x(edge, v), rows.y(edge, v), direction * rows.cos(), direction * rows.sin());
        double open = OpenCloth.reachInto(gap / length) * length;
        double toOutline = INSET_MM / (length + lean);
        return Math.min(toOutline + Math.min(pull, open), Math.max(0, between(interval, direction) / 2 - INSET_MM));
    }

    /** The distance of a row to its neighbour in the same line. */
    private double between(int interval, int direction) {
        int other = interval + direction;
        int row = rows.row(interval);
        if (other < rows.start(row) || other >= rows.start(row + 1)) {
            return Double.POSITIVE_INFINITY;
        }
        return direction > 0 ? rows.from(other) - rows.to(interval) : rows.from(interval) - rows.to(other);
    }
}
