package org.stitchery.digitizer.stitch;

import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;

/** Lays the stitches of an object by its method. */
public final class Needlework {

    private Needlework() {}

    /**
     * Sews underlay and top stitches of one object.
     *
     * @param nearX page position from where the needle comes, used when no thread is in it
     * @param nearY the same, downwards
     * @param out receives the needle points; cut where no hidden way leads on
     */
    public static void sew(StitchObject object, FabricRecipe recipe, double nearX, double nearY, Strand.Writer out) {
        if (object instanceof TatamiFill fill) {
            TatamiStitches.sew(fill, recipe, nearX, nearY, out);
        } else if (object instanceof RunningStitch run) {
            DoubleRun.sew(run, nearX, nearY, out);
        } else if (object instanceof SatinColumn) {
            throw new IllegalStateException("No satin yet");
        }
    }
}
