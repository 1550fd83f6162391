package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.geometry.Grid;

/**
 * Lets each region reach a little below the neighbours sewn after it. Cloth gives: stitches draw their ends together,
 * and where two colours merely met in the drawing the fabric would show between them.
 */
final class Underlap {

    /** How far a region reaches below its neighbour, mm: one thread's width beyond what most fabrics pull. */
    static final double REACH_MM = 0.4;

    private Underlap() {}

    /**
     * The area each region is sewn on.
     *
     * @param rank place in the sewing order, per region
     */
    static List<Geometry> sewn(List<Region> regions, Precedence precedence, int[] rank, Runnable betweenRegions) {
        List<List<Geometry>> later = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            later.add(new ArrayList<>());
        }
        for (Precedence.Pair pair : precedence.pairs()) {
            boolean inOrder = rank[pair.first()] < rank[pair.second()];
            int lower = inOrder ? pair.first() : pair.second();
            int upper = inOrder ? pair.second() : pair.first();
            later.get(lower).add(regions.get(upper).visible());
        }
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            betweenRegions.run();
            Geometry visible = regions.get(i).visible();
            if (later.get(i).isEmpty()) {
                areas.add(visible);
                continue;
            }
            Geometry reach = Grid.grown(visible, REACH_MM);
            List<Geometry> parts = new ArrayList<>();
            parts.add(visible);
            for (Geometry upper : later.get(i)) {
                parts.add(Grid.common(reach, upper));
            }
            areas.add(Grid.union(parts));
        }
        return areas;
    }
}
