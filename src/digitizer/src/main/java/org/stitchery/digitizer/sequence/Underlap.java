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

    /** How far stitches reach below a neighbour, mm: a thread's width. Pull compensation is part of it. */
    private static final double REACH_MM = 0.4;

    /** Below a neighbour of the same thread less will do: no other colour can show. */
    private static final double SAME_THREAD_REACH_MM = 0.25;

    private Underlap() {}

    /**
     * The area each region is sewn on.
     *
     * @param rank place in the sewing order, per region
     * @param pullMm by which stitches will reach beyond these areas
     */
    static List<Geometry> sewn(
            List<Region> regions, Precedence precedence, int[] rank, double pullMm, Runnable betweenRegions) {
        List<List<Integer>> later = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            later.add(new ArrayList<>());
        }
        for (Precedence.Pair pair : precedence.pairs()) {
            boolean inOrder = rank[pair.first()] < rank[pair.second()];
            int lower = inOrder ? pair.first() : pair.second();
            int upper = inOrder ? pair.second() : pair.first();
            later.get(lower).add(upper);
        }
        List<Geometry> areas = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            betweenRegions.run();
            Geometry visible = regions.get(i).visible();
            if (later.get(i).isEmpty()) {
                areas.add(visible);
                continue;
            }
            List<Geometry> parts = new ArrayList<>();
            parts.add(visible);
            for (boolean same : new boolean[] {true, false}) {
                double reachMm = Math.max(0.1, (same ? SAME_THREAD_REACH_MM : REACH_MM) - pullMm);
                Geometry reach = null;
                for (int upper : later.get(i)) {
                    if ((regions.get(upper).thread() == regions.get(i).thread()) == same) {
                        reach = reach == null ? Grid.grown(visible, reachMm) : reach;
                        parts.add(Grid.common(reach, regions.get(upper).visible()));
                    }
                }
            }
            areas.add(Grid.union(parts));
        }
        return areas;
    }
}
