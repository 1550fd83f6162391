package org.stitchery.digitizer.stitch;

/**
 * Running stitches along a line: from corner to corner, each straight part divided evenly so that no remainder is left,
 * gentle bends taken in one stitch as long as the chord stays within {@value #TOLERANCE_MM} mm of the line.
 */
final class RunningStitches {

    /** Length of travel stitches, mm: the usual running stitch. */
    static final double TRAVEL_MM = 2.5;

    /** How far a stitch may leave the line it follows: the machine's own rounding. */
    private static final double TOLERANCE_MM = 0.05;

    /** Corners closer together than this are sewn in one stitch: a needle's width. */
    private static final double SHORTEST_MM = 0.6;

    private RunningStitches() {}

    /**
     * Sews along a polyline. The first point is sewn too, unless the needle is there already.
     *
     * @param line x and y in turn
     * @param longest stitch, mm
     */
    static void along(double[] line, double longest, Strand.Writer out) {
        int n = line.length / 2;
        out.to(line[0], line[1]);
        int at = 0;
        while (at < n - 1) {
            int to = at + 1;
            while (to < n - 1 && follows(line, at, to + 1, longest)) {
                to++;
            }
            divide(line[2 * at], line[2 * at + 1], line[2 * to], line[2 * to + 1], longest, out);
            at = to;
        }
    }

    /** True when one stitch may replace the line between two of its points. */
    private static boolean follows(double[] line, int at, int to, double longest) {
        double ax = line[2 * at];
        double ay = line[2 * at + 1];
        double dx = line[2 * to] - ax;
        double dy = line[2 * to + 1] - ay;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length > longest) {
            return false;
        }
        double tolerance = length < SHORTEST_MM ? SHORTEST_MM / 4 : TOLERANCE_MM;
        for (int i = at + 1; i < to; i++) {
            double px = line[2 * i] - ax;
            double py = line[2 * i + 1] - ay;
            double aside = length < 1e-9 ? Math.sqrt(px * px + py * py) : Math.abs(dx * py - dy * px) / length;
            if (aside > tolerance) {
                return false;
            }
        }
        return true;
    }

    private static void divide(double ax, double ay, double bx, double by, double longest, Strand.Writer out) {
        double dx = bx - ax;
        double dy = by - ay;
        int stitches = (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / longest - 1e-9));
        for (int s = 1; s <= stitches; s++) {
            out.to(ax + dx * s / stitches, ay + dy * s / stitches);
        }
    }
}
