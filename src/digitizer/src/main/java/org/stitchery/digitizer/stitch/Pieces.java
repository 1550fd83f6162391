package org.stitchery.digitizer.stitch;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.digitizer.classify.AreaFill;
import org.stitchery.digitizer.classify.RunningStitch;
import org.stitchery.digitizer.classify.SatinColumn;
import org.stitchery.digitizer.classify.StitchObject;

/** Gathers the objects of one thread into what is sewn in one go. */
final class Pieces {

    private Pieces() {}

    /** Fills first, in the order given, then lines and columns, those that touch as one. */
    static List<Piece> of(List<StitchObject> objects) {
        List<Piece> pieces = new ArrayList<>();
        List<Branch> branches = new ArrayList<>();
        for (StitchObject object : objects) {
            if (object instanceof AreaFill fill) {
                pieces.add(new Piece.Fill(fill));
            } else if (object instanceof RunningStitch run) {
                branches.add(Branch.of(run));
            } else if (object instanceof SatinColumn column) {
                branches.add(Branch.of(column));
            }
        }
        for (BranchTree tree : BranchTree.of(branches)) {
            pieces.add(new Piece.Tree(tree));
        }
        return pieces;
    }
}
