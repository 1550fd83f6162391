package org.stitchery.digitizer.sequence;

import org.stitchery.digitizer.stitch.Strand;

/**
 * Locks the thread where it starts and where it ends, with small stitches to and fro on the strand's own course, so that
 * they lie where thread lies anyway.
 */
public final class Ties {

    /** Length of a locking stitch: half of an ordinary one, long enough that the needle meets cloth between the holes. */
    static final double LOCK_MM = 0.65;

    private Ties() {}

    /** The strand with small stitches to and fro at both ends. */
    public static Strand tied(Strand strand) {
        Strand.Writer out = new Strand.Writer();
        int n = strand.size();
        double[] in = along(strand, 0, 1);
        out.to(strand.x(0), strand.y(0)).to(in[0], in[1]).to(strand.x(0), strand.y(0));
        out.along(strand);
        double[] off = along(strand, n - 1, -1);
        out.to(off[0], off[1]).to(strand.x(n - 1), strand.y(n - 1)).to(off[0], off[1]);
        return out.strands().get(0);
    }

    /** The first place on the strand's course a lock's length from one of its ends, as the crow flies. */
    private static double[] along(Strand strand, int end, int step) {
        double endX = strand.x(end);
        double endY = strand.y(end);
        int i = end;
        while (i + step >= 0 && i + step < strand.size()) {
            double ax = strand.x(i) - endX;
            double ay = strand.y(i) - endY;
            double dx = strand.x(i + step) - strand.x(i);
            double dy = strand.y(i + step) - strand.y(i);
            double bx = ax + dx;
            double by = ay + dy;
            if (bx * bx + by * by >= LOCK_MM * LOCK_MM) {
                // Where the stitch leaves the circle around the end: |a + t d| = lock.
                double squared = dx * dx + dy * dy;
                double half = ax * dx + ay * dy;
                double rest = half * half - squared * (ax * ax + ay * ay - LOCK_MM * LOCK_MM);
                double t = (-half + Math.sqrt(Math.max(0, rest))) / squared;
                return new double[] {strand.x(i) + dx * t, strand.y(i) + dy * t};
            }
            i += step;
        }
        return new double[] {strand.x(i), strand.y(i)};
    }
}
