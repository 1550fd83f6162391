package org.stitchery.digitizer.sequence;

import org.stitchery.digitizer.stitch.Strand;

/**
 * Locks the thread where it starts and where it ends, with small stitches to and fro on the strand's own course, so that
 * they lie where thread lies anyway.
 */
public final class Ties {

    /** Length of a locking stitch: half of an ordinary one, long enough that the needle meets cloth between the holes. */
    static final double LOCK_MM = 0.8;

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

    /** The point a lock's length along the strand from one of its ends. */
    private static double[] along(Strand strand, int end, int step) {
        double left = LOCK_MM;
        int i = end;
        while (i + step >= 0 && i + step < strand.size()) {
            double dx = strand.x(i + step) - strand.x(i);
            double dy = strand.y(i + step) - strand.y(i);
            double length = Math.sqrt(dx * dx + dy * dy);
            if (length >= left) {
                return new double[] {strand.x(i) + dx / length * left, strand.y(i) + dy / length * left};
            }
            left -= length;
            i += step;
        }
        return new double[] {strand.x(i), strand.y(i)};
    }
}
