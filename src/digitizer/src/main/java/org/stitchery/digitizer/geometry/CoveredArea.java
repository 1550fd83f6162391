package org.stitchery.digitizer.geometry;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;

/** The area inside a ring that may fold over itself. */
public final class CoveredArea {

    private CoveredArea() {}

    /** Everything the ring winds around; x and y in turn. */
    public static Geometry ofRing(double[] ring) {
        return FillArea.of(
                List.of(new Contour(ring, true)), FillRule.NONZERO, new CrossingBudget(Integer.MAX_VALUE - 1));
    }
}
