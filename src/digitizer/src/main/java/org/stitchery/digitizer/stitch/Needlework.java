package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;

/** Lays the stitches of all objects of one thread: fills first, then the lines on them, nearest first. */
public final class Needlework {

    private Needlework() {}

    /**
     * Sews underlay and top stitches.
     *
     * @param nearX page position from where the needle comes
     * @param nearY the same, downwards
     * @param out receives the needle points; cut where no hidden way leads on
     * @param pause called between objects; may throw to end the work
     */
    public static void sew(
            List<StitchObject> objects,
            FabricRecipe recipe,
            double nearX,
            double nearY,
            Strand.Writer out,
            Runnable pause) {
        List<TatamiFill> fills = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        for (StitchObject object : objects) {
            if (object instanceof TatamiFill fill) {
                fills.add(fill);
            } else if (object instanceof RunningStitch run) {
                branches.add(Branch.of(run));
            } else if (object instanceof SatinColumn column) {
                branches.add(Branch.of(column));
            }
        }
        double[] at = {nearX, nearY};
        while (!fills.isEmpty()) {
            pause.run();
            TatamiFill fill = fills.remove(nearest(fills, at));
            TatamiStitches.sew(fill, recipe, at[0], at[1], out);
            leave(out, at);
        }
        while (!branches.isEmpty()) {
            pause.run();
            int[] start = nearestPlace(branches, at);
            boolean[] sewn = BranchTour.sew(branches, start[0], start[1], recipe, out);
            leave(out, at);
            List<Branch> left = new ArrayList<>();
            for (int i = 0; i < sewn.length; i++) {
                if (!sewn[i]) {
                    left.add(branches.get(i));
                }
            }
            branches = left;
        }
    }

    private static void leave(Strand.Writer out, double[] at) {
        if (out.threaded()) {
            at[0] = out.x();
            at[1] = out.y();
            out.cut();
        }
    }

    private static int nearest(List<TatamiFill> fills, double[] at) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < fills.size(); i++) {
            Envelope box = fills.get(i).area().getEnvelopeInternal();
            double dx = Math.max(0, Math.max(box.getMinX() - at[0], at[0] - box.getMaxX()));
            double dy = Math.max(0, Math.max(box.getMinY() - at[1], at[1] - box.getMaxY()));
            double away = dx * dx + dy * dy;
            if (away < least) {
                least = away;
                best = i;
            }
        }
        return best;
    }

    private static int[] nearestPlace(List<Branch> branches, double[] at) {
        int[] best = {0, 0};
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            for (int place = 0; place <= branch.last(); place++) {
                double dx = branch.x(place) - at[0];
                double dy = branch.y(place) - at[1];
                double away = dx * dx + dy * dy;
                if (away < least) {
                    least = away;
                    best[0] = i;
                    best[1] = place;
                }
            }
        }
        return best;
    }
}
