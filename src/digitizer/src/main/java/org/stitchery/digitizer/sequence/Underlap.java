package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.geometry.Grid;

/**
 * Lets each region reach a little below the neighbours sewn after it. Cloth gives: stitches draw their ends together,
 * and where two colours merely met in the drawing the fabric would show between them.
 *
 * <p>The upper one draws the border. Stitches reach beyond their area by the pull compensation, which is meant for
 * cloth; over a neighbour that is sewn already they would show in its place, so there the area ends that much earlier.
 */
final class Underlap {

    /**
     * What is left of the reach below a neighbour when both have drawn back from each other by the pull compensation,
     * mm: half a thread.
     */
    private static final double LEFT_MM = 0.2;

    /** Below a neighbour of the same thread less will do: no other colour can show. */
    private static final double SAME_THREAD_REACH_MM = 0.25;

    /** What is sewn already holds the cloth: stitches over it are drawn in by this much less, mm. */
    private static final double HELD_MM = 0.1;

    /** Regions wider than this on the average have no thin parts worth looking for, mm. */
    private static final double THIN_MM = 2;

    /** Places that keeping off would leave narrower than this stay as wide as they are drawn, mm. */
    private static final double LEAST_LEFT_MM = 0.45;

    /** Growing and shrinking leaves crumbs of this size: what arcs differ from their chords. */
    private static final double HAIR_MM = 0.04;

    private static final double SPECK_MM2 = 0.02;

    /** Less than this below details is reached anyway. */
    private static final double LEAST_BELOW_MM2 = 0.3;

    /** Narrower regions, on the average, are drawn by the thread's own width and stay as they are. */
    private static final double NARROW_MM = 0.8;

    /** A detail of which this share lies on other thread is carried by it. */
    private static final double CARRIED = 0.85;

    private Underlap() {}

    /**
     * How a region is sewn.
     *
     * @param area what its stitches cover
     * @param carried true when nearly all that is seen of it lies on other thread
     */
    record Sewn(Geometry area, boolean carried) {}

    /**
     * The area each region is sewn on, and whether other thread is below.
     *
     * @param rank place in the sewing order, per region
     * @param pullMm by which stitches will reach beyond these areas
     */
    static List<Sewn> sewn(
            List<Region> regions, Precedence precedence, int[] rank, double pullMm, Runnable betweenRegions) {
        List<List<Integer>> later = new ArrayList<>();
        List<List<Integer>> sooner = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            later.add(new ArrayList<>());
            sooner.add(new ArrayList<>());
        }
        for (Precedence.Pair pair : precedence.pairs()) {
            boolean inOrder = rank[pair.first()] < rank[pair.second()];
            int lower = inOrder ? pair.first() : pair.second();
            int upper = inOrder ? pair.second() : pair.first();
            later.get(lower).add(upper);
            sooner.get(upper).add(lower);
        }
        double withdrawMm = Math.min(pullMm, HELD_MM);
        Geometry[] kept = new Geometry[regions.size()];
        List<Geometry> areas = new ArrayList<>();
        double[] carriedMm2 = new double[regions.size()];
        for (int i = 0; i < regions.size(); i++) {
            betweenRegions.run();
            Geometry visible = regions.get(i).visible();
            Geometry own = withdrawn(regions, i, sooner.get(i), withdrawMm, kept);
            if (later.get(i).isEmpty()) {
                areas.add(own);
                continue;
            }
            List<Geometry> parts = new ArrayList<>();
            parts.add(own);
            for (boolean same : new boolean[] {true, false}) {
                double reachMm = Math.max(0.1, (same ? SAME_THREAD_REACH_MM - pullMm : LEFT_MM + pullMm));
                Geometry reach = null;
                for (int upper : later.get(i)) {
                    if ((regions.get(upper).thread() == regions.get(i).thread()) == same) {
                        reach = reach == null ? Grid.grown(visible, reachMm) : reach;
                        parts.add(Grid.common(reach, regions.get(upper).visible()));
                    }
                }
            }
            Geometry below = belowDetails(regions, i, later.get(i));
            if (!below.isEmpty()) {
                parts.add(below);
                for (int upper : later.get(i)) {
                    if (isDetail(regions.get(upper).visible())) {
                        carriedMm2[upper] +=
                                Grid.common(below, regions.get(upper).visible()).getArea();
                    }
                }
            }
            areas.add(Grid.union(parts));
        }
        List<Sewn> sewn = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            double seen = regions.get(i).visible().getArea();
            sewn.add(new Sewn(areas.get(i), seen > 0 && carriedMm2[i] >= CARRIED * seen));
        }
        return sewn;
    }

    /** What of a region lies below narrow details with the region on both sides. */
    private static Geometry belowDetails(List<Region> regions, int region, List<Integer> later) {
        Region own = regions.get(region);
        List<Geometry> details = new ArrayList<>();
        for (int upper : later) {
            Geometry detail = regions.get(upper).visible();
            if (isDetail(detail)) {
                details.add(detail);
            }
        }
        if (details.isEmpty()) {
            return Grid.FACTORY.createPolygon();
        }
        Geometry hidden = Grid.common(own.painted(), Grid.union(details));
        if (hidden.getArea() < LEAST_BELOW_MM2) {
            return Grid.FACTORY.createPolygon();
        }
        Envelope around = new Envelope(hidden.getEnvelopeInternal());
        around.expandBy(2 * Regions.DETAIL_MM);
        Geometry near = around.contains(own.visible().getEnvelopeInternal())
                ? own.visible()
                : Grid.common(own.visible(), Grid.FACTORY.toGeometry(around));
        return Grid.common(Grid.closed(near, Regions.DETAIL_MM / 2), hidden);
    }

    private static boolean isDetail(Geometry seen) {
        return 2 * seen.getArea() < Regions.DETAIL_MM * seen.getLength();
    }

    /**
     * What is left of a region when it keeps off neighbours of other threads that are sewn already.
     *
     * @param grown those neighbours with what is kept off them, as far as they have been asked for
     */
    private static Geometry withdrawn(
            List<Region> regions, int region, List<Integer> sooner, double mm, @Nullable Geometry[] grown) {
        Region own = regions.get(region);
        Geometry visible = own.visible();
        boolean narrow = own.stroke() != null
                ? own.stroke().widthMm() < NARROW_MM
                : 2 * visible.getArea() < NARROW_MM * visible.getLength();
        if (narrow || mm <= 0) {
            return visible;
        }
        Geometry left = visible;
        for (int lower : sooner) {
            if (regions.get(lower).thread() != own.thread()) {
                Geometry other = grown[lower];
                if (other == null) {
                    other = Grid.grown(regions.get(lower).visible(), mm);
                    grown[lower] = other;
                }
                left = Grid.minus(left, other);
            }
        }
        return 2 * visible.getArea() < THIN_MM * visible.getLength() ? withThinParts(left, visible, mm) : left;
    }

    /** With the places where too little would be left to be sewn as wide as it is drawn. */
    private static Geometry withThinParts(Geometry left, Geometry visible, double mm) {
        if (left == visible) {
            return left;
        }
        Geometry wide = Grid.grown(Grid.grown(left, -LEAST_LEFT_MM / 2), LEAST_LEFT_MM / 2 + mm + HAIR_MM);
        List<Geometry> parts = new ArrayList<>(Grid.polygons(Grid.minus(visible, wide), SPECK_MM2));
        if (parts.isEmpty()) {
            return left;
        }
        parts.add(left);
        return Grid.union(parts);
    }
}
