package org.stitchery.digitizer.stitch;

import java.util.List;
import org.stitchery.digitizer.classify.AreaFill;
import org.stitchery.digitizer.classify.SpiralFill;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.classify.TatamiFill;
import org.stitchery.digitizer.fabric.FabricRecipe;

/** What can be sewn in one go, and where the thread may come in and go out. */
public sealed interface Piece {

    /**
     * Sews underlay and top stitches. With thread in the needle it goes on from where the needle is, which should be one
     * of the places where this piece may be entered.
     *
     * @param near where sewing should begin: x and y on the page
     * @param exit about where it should end; a wish
     * @param out receives the needle points; cut where no hidden way leads on
     */
    void sew(double[] near, double[] exit, FabricRecipe recipe, Strand.Writer out);

    /** True when the file wants the thread cut once it is sewn. */
    boolean trimAfter();

    /**
     * An area filled with rows or by a spiral: may be entered anywhere within, and is left at the end of whichever row is
     * sewn last, or at the edge.
     */
    record Fill(AreaFill fill) implements Piece {

        @Override
        public void sew(double[] near, double[] exit, FabricRecipe recipe, Strand.Writer out) {
            FabricRecipe wished = Wishes.applied(fill.hints(), recipe);
            if (fill instanceof SpiralFill spiral) {
                SpiralStitches.sew(spiral, wished, near, exit, out);
            } else if (fill instanceof TatamiFill rows) {
                TatamiStitches.sew(rows, wished, near, exit, out);
            }
        }

        @Override
        public boolean trimAfter() {
            return fill.hints().trimAfter();
        }
    }

    /**
     * Columns and lines that hang together: may be entered at any of their places. It is left where it was entered,
     * or, when it is gone along once, at the other end.
     */
    record Tree(BranchTree branches) implements Piece {

        @Override
        public void sew(double[] near, double[] exit, FabricRecipe recipe, Strand.Writer out) {
            if (branches.oneWay() && !out.threaded()) {
                double[] begin = branches.farthestEnd(exit[0], exit[1]);
                branches.sew(begin[0], begin[1], recipe, out);
            } else {
                branches.sew(near[0], near[1], recipe, out);
            }
        }

        @Override
        public boolean trimAfter() {
            return branches.trimAfter();
        }

        /** True when it is left at the end farther from where it is entered, not where it is entered. */
        public boolean oneWay() {
            return branches.oneWay();
        }

        /** What it covers, as lines across in close succession: x and y of one end and of the other, in turn. */
        public double[] strokes() {
            return branches.strokes();
        }

        /** Where it may be entered: x and y in turn. */
        public double[] places() {
            return branches.places();
        }
    }

    /** The pieces that sew these objects, in their order: fills first, then trees. */
    static List<Piece> of(List<StitchObject> objects) {
        return Pieces.of(objects);
    }
}
