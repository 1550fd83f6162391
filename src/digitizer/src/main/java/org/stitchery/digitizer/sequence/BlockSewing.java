package org.stitchery.digitizer.sequence;

import java.util.List;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.stitch.Needlework;
import org.stitchery.digitizer.stitch.Strand;

/** Sews everything of one thread: fills first, then the lines on them, nearest first. */
final class BlockSewing {

    private final List<StitchObject> objects;
    private final FabricRecipe recipe;
    private final Runnable pause;

    BlockSewing(List<StitchObject> objects, FabricRecipe recipe, Runnable pause) {
        this.objects = objects;
        this.recipe = recipe;
        this.pause = pause;
    }

    List<Strand> sew(double fromX, double fromY) {
        Strand.Writer out = new Strand.Writer();
        Needlework.sew(objects, recipe, fromX, fromY, out, pause);
        return out.strands();
    }
}
