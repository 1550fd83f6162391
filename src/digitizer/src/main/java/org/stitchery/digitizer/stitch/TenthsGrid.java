package org.stitchery.digitizer.stitch;

/**
 * Chooses needle points that survive rounding.
 *
 * <p>The machine moves in whole tenths of a millimetre. A fill row at 37 degrees whose needle points are rounded blindly
 * weaves by a twentieth of a millimetre to either side, enough to open slits between rows of 0.4 mm thread. But inside a
 * row nobody minds where along it the needle goes down; so among the grid points near the wanted one we take the one
 * closest to the row's line.
 */
final class TenthsGrid {

    /** Grid points per millimetre: the machine's. */
    private static final double PER_MM = 10;

    /** What a tenth along the line costs, against a tenth beside it: straightness comes first, evenness second. */
    private static final double ALONG_COST = 0.04;

    private final double cos;
    private final double sin;
    private double x;
    private double y;

    /** For lines of one direction. */
    TenthsGrid(double cos, double sin) {
        this.cos = cos;
        this.sin = sin;
    }

    /**
     * Finds the point; read it with {@link #x()} and {@link #y()}.
     *
     * @param px wanted point
     * @param back how many grid steps it may lie further back along the line, 0 or more
     * @param ahead how many grid steps it may lie further ahead
     */
    void settle(double px, double py, int back, int ahead) {
        boolean flat = Math.abs(cos) >= Math.abs(sin);
        double along = (flat ? px : py) * PER_MM;
        double aside = (flat ? py : px) * PER_MM;
        double slope = flat ? sin / cos : cos / sin;
        double lean = flat ? Math.abs(cos) : Math.abs(sin);
        boolean rising = (flat ? cos : sin) > 0;
        int first = rising ? -back : -ahead;
        int last = rising ? ahead : back;
        double nearest = Math.rint(along);
        double bestCost = Double.POSITIVE_INFINITY;
        double bestAlong = nearest;
        double bestAside = aside;
        for (int j = first; j <= last; j++) {
            double candidate = nearest + j;
            double exact = aside + (candidate - along) * slope;
            double rounded = Math.rint(exact);
            double cost = Math.abs(rounded - exact) * lean + Math.abs(candidate - along) * ALONG_COST;
            if (cost < bestCost) {
                bestCost = cost;
                bestAlong = candidate;
                bestAside = rounded;
            }
        }
        x = (flat ? bestAlong : bestAside) / PER_MM;
        y = (flat ? bestAside : bestAlong) / PER_MM;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }
}
