package org.stitchery.embroidery.format.pfaff;

import java.util.List;
import org.stitchery.embroidery.model.Extents;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * The hoop a file names. Positions in the file count from its left lower corner; ours count from its middle, so that a
 * design that lies in the middle does so in every format. Of the two hoops that genuine files name, sizes fit the places of
 * the designs in them; of the others we know none, and positions stay as the file has them.
 *
 * @param code in the file
 * @param width in tenths of a millimetre
 * @param height in tenths of a millimetre
 */
record PfaffHoop(int code, int width, int height) {

    private static final PfaffHoop SMALL = new PfaffHoop(2, 800, 800);
    private static final PfaffHoop LARGE = new PfaffHoop(3, 1200, 1150);

    /** Named by its code; of no size when that is not known. */
    static PfaffHoop named(int code) {
        return switch (code) {
            case 2 -> SMALL;
            case 3 -> LARGE;
            default -> new PfaffHoop(code, 0, 0);
        };
    }

    /** The smallest in which the design lies around the middle, or the largest there is. */
    static PfaffHoop around(Extents extents) {
        return SMALL.holds(extents) ? SMALL : LARGE;
    }

    private boolean holds(Extents extents) {
        return Math.max(-extents.minX(), extents.maxX()) <= width / 2
                && Math.max(-extents.minY(), extents.maxY()) <= height / 2;
    }

    /** The middle, from the left edge. */
    int middleX() {
        return width / 2;
    }

    /** The middle, from the lower edge. */
    int middleY() {
        return height / 2;
    }

    List<Finding> findings(Extents extents) {
        return holds(extents)
                ? List.of()
                : List.of(Finding.of(
                        Severity.WARNING,
                        "LARGER_THAN_HOOPS",
                        "The design reaches beyond the largest hoop that a PCS names, " + width / 10 + " x "
                                + height / 10 + " mm around the start; machines may refuse it."));
    }
}
