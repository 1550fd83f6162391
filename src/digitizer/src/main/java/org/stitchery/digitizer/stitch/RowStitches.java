package org.stitchery.digitizer.stitch;

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

    /** Shortest turning stitch, mm: half a millimetre and the rounding of its ends. */
    private static final double TURN_MM = 0.53;

    /** Where an edge run closes the notches of turning rows, only shorter rows are sewn as satin, mm. */
    static final double SATIN_OVER_EDGE_RUN_MM = 1.3;

    /** Where nothing lies below, longer ones too. */
    static final double SATIN_ALONE_MM = 4;

    /** Shorter stitches are not sewn: the thread is nearly as wide. */
    private static final double SHORTEST_MM = 0.5;

    private final Rows rows;
    private final double stitch;
    private final double inset;
    private final double pull;
    private final double satinTo;
    private final Strand.Writer out;
    private final TenthsGrid grid;

    /**
     * @param stitch length of a stitch, mm
     * @param inset how far the rows' own outline lies inside the one to be filled, mm
     * @param pull how far rows reach beyond the outline at either end, mm
     * @param satinTo rows up to this long are sewn as satin, without a turning stitch: to the far end half a row
     *     earlier, and back to the near one; on both sides needle points then lie a row's distance apart
     */
    RowStitches(Rows rows, double stitch, double inset, double pull, double satinTo, Strand.Writer out) {
        this.rows = rows;
        this.stitch = stitch;
        this.inset = inset;
        this.pull = pull;
        this.satinTo = satinTo;
        this.out = out;
        grid = new TenthsGrid(rows.cos(), rows.sin());
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
     */
    void sew(int interval, int previous, double nearU) {
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
            return;
        }
        boolean rightwards = Math.abs(fromU - low) <= Math.abs(fromU - high);
        double begin = rightwards ? low : high;
        double end = rightwards ? high : low;
        double forward = rightwards ? 1 : -1;
        double across = Math.abs(v - fromV);
        if (!joined) {
            place(begin, v, rightwards, 0, 1);
        } else if (across > 1e-6 || Math.abs(fromU - begin) > TURN_MM) {
            double least = across < TURN_MM ? Math.sqrt(TURN_MM * TURN_MM - across * across) : 0;
            if (Math.abs(fromU - begin) < least) {
                begin = fromU + forward * least;
            }
            if ((end - begin) * forward > SATIN_OVER_EDGE_RUN_MM) {
                approach(fromU, begin, v);
                place(begin, v, rightwards, 0, 1);
            }
        }
        inner(begin, end, v, interval, rightwards);
        place(end, v, rightwards, 1, 0);
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
        grid.settle(rows.x(u, v), rows.y(u, v), rightwards ? back : ahead, rightwards ? ahead : back);
        out.to(grid.x(), grid.y());
    }

    /** Where the row's thread should begin. */
    private double low(int interval) {
        double gap = Double.POSITIVE_INFINITY;
        if (interval > rows.start(rows.row(interval))) {
            gap = rows.from(interval) - rows.to(interval - 1);
        }
        return rows.from(interval) - beyond(rows.fromLean(interval), gap);
    }

    /** Where it should end. */
    private double high(int interval) {
        double gap = Double.POSITIVE_INFINITY;
        if (interval + 1 < rows.start(rows.row(interval) + 1)) {
            gap = rows.from(interval + 1) - rows.to(interval);
        }
        return rows.to(interval) + beyond(rows.toLean(interval), gap);
    }

    /**
     * Rows are cut from the outline moved inwards by {@code inset}. A row that meets it squarely goes on to the outline
     * itself; one that meets it at a slant goes on only until the corner of its thread, which has width, touches it. The
     * pull compensation comes on top, but two rows facing each other across a gap never close it.
     */
    private double beyond(double lean, double gap) {
        double toOutline = inset / (Math.sqrt(1 + lean * lean) + lean);
        return Math.min(toOutline + pull, Math.max(0, gap / 2 - inset));
    }
}
