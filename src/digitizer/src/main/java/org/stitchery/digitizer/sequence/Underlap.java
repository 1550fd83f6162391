package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.GrownArea;
import org.stitchery.digitizer.geometry.Patchwork;

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

    /** The layers that make up what is sewn. */
    private static final int VISIBLE = 0;

    private static final int OFF = 1;
    private static final int REACH_SAME = 2;
    private static final int UPPER_SAME = 3;
    private static final int REACH_OTHER = 4;
    private static final int UPPER_OTHER = 5;
    private static final int BELOW = 6;

    private static final IntPredicate LEFT = layers -> has(layers, VISIBLE) && !has(layers, OFF);

    private static final IntPredicate SEWN = layers -> LEFT.test(layers)
            || has(layers, REACH_SAME) && has(layers, UPPER_SAME)
            || has(layers, REACH_OTHER) && has(layers, UPPER_OTHER)
            || has(layers, BELOW);

    private Underlap() {}

    private static boolean has(int layers, int layer) {
        return (layers >> layer & 1) != 0;
    }

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
        GrownArea[] grown = new GrownArea[regions.size()];
        List<Geometry> areas = new ArrayList<>();
        double[] carriedMm2 = new double[regions.size()];
        for (int i = 0; i < regions.size(); i++) {
            betweenRegions.run();
            areas.add(sewn(regions, i, sooner.get(i), later.get(i), pullMm, withdrawMm, grown, carriedMm2));
        }
        List<Sewn> sewn = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            double seen = regions.get(i).visible().getArea();
            sewn.add(new Sewn(areas.get(i), seen > 0 && carriedMm2[i] >= CARRIED * seen));
        }
        return sewn;
    }

    /** One region: what is left of it beside the sooner ones, how far it reaches below the later, and what below details. */
    private static Geometry sewn(
            List<Region> regions,
            int region,
            List<Integer> sooner,
            List<Integer> later,
            double pullMm,
            double withdrawMm,
            @Nullable GrownArea[] grown,
            double[] carriedMm2) {
        Geometry visible = regions.get(region).visible();
        List<GrownArea> keepOff = keptOff(regions, region, sooner, withdrawMm, grown);
        Patchwork work = new Patchwork();
        if (!keepOff.isEmpty() && 2 * visible.getArea() < THIN_MM * visible.getLength()) {
            Geometry left = without(new Patchwork(), visible, keepOff).where(LEFT);
            work.add(VISIBLE, left);
            thinParts(left, visible, withdrawMm).forEach(part -> work.add(BELOW, part));
        } else {
            without(work, visible, keepOff);
        }
        for (boolean same : new boolean[] {true, false}) {
            List<Geometry> uppers = new ArrayList<>();
            for (int upper : later) {
                if ((regions.get(upper).thread() == regions.get(region).thread()) == same) {
                    uppers.add(regions.get(upper).visible());
                }
            }
            if (!uppers.isEmpty()) {
                double reachMm = Math.max(0.1, (same ? SAME_THREAD_REACH_MM - pullMm : LEFT_MM + pullMm));
                GrownArea reach = GrownArea.round(visible, reachMm);
                work.add(same ? REACH_SAME : REACH_OTHER, reach, reach.box());
                for (Geometry upper : uppers) {
                    work.add(same ? UPPER_SAME : UPPER_OTHER, upper, reach.box());
                }
            }
        }
        Geometry below = belowDetails(regions, region, later);
        work.add(BELOW, below);
        carry(below, regions, later, carriedMm2);
        return keepOff.isEmpty() && work.areas() == 1 ? visible : work.where(SEWN);
    }

    /** Notes how much of each detail lies on what goes on below details. */
    private static void carry(Geometry below, List<Region> regions, List<Integer> later, double[] carriedMm2) {
        if (below.isEmpty()) {
            return;
        }
        for (int upper : later) {
            Geometry detail = regions.get(upper).visible();
            if (isDetail(detail) && detail.getEnvelopeInternal().intersects(below.getEnvelopeInternal())) {
                carriedMm2[upper] += Grid.common(below, detail).getArea();
            }
        }
    }

    private static Patchwork without(Patchwork work, Geometry visible, List<GrownArea> others) {
        work.add(VISIBLE, visible);
        for (GrownArea other : others) {
            work.add(OFF, other, visible.getEnvelopeInternal());
        }
        return work;
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
        Patchwork work = new Patchwork().add(0, own.painted());
        for (Geometry detail : details) {
            work.add(1, detail, own.painted().getEnvelopeInternal());
        }
        Geometry hidden = work.where(layers -> layers == 3);
        if (hidden.getArea() < LEAST_BELOW_MM2) {
            return Grid.FACTORY.createPolygon();
        }
        Envelope around = new Envelope(hidden.getEnvelopeInternal());
        around.expandBy(2 * Regions.DETAIL_MM);
        Geometry near = around.contains(own.visible().getEnvelopeInternal())
                ? own.visible()
                : Grid.common(own.visible(), Grid.FACTORY.toGeometry(around));
        Geometry grown = GrownArea.rough(near, Regions.DETAIL_MM / 2).area();
        return new Patchwork()
                .add(0, GrownArea.rough(grown, -Regions.DETAIL_MM / 2), hidden.getEnvelopeInternal())
                .add(1, hidden)
                .where(layers -> layers == 3);
    }

    private static boolean isDetail(Geometry seen) {
        return 2 * seen.getArea() < Regions.DETAIL_MM * seen.getLength();
    }

    /**
     * What a region must keep off: neighbours of other threads that are sewn already, grown. Nothing, where there is no
     * room to give.
     *
     * @param grown those neighbours with what is kept off them, as far as they have been asked for
     */
    private static List<GrownArea> keptOff(
            List<Region> regions, int region, List<Integer> sooner, double mm, @Nullable GrownArea[] grown) {
        Region own = regions.get(region);
        Geometry visible = own.visible();
        boolean narrow = own.stroke() != null
                ? own.stroke().widthMm() < NARROW_MM
                : 2 * visible.getArea() < NARROW_MM * visible.getLength();
        List<GrownArea> keepOff = new ArrayList<>();
        if (narrow || mm <= 0) {
            return keepOff;
        }
        for (int lower : sooner) {
            if (regions.get(lower).thread() != own.thread()) {
                GrownArea other = grown[lower];
                if (other == null) {
                    other = GrownArea.round(regions.get(lower).visible(), mm);
                    grown[lower] = other;
                }
                keepOff.add(other);
            }
        }
        return keepOff;
    }

    /** The places where too little would be left, as wide as they are drawn. */
    private static List<Polygon> thinParts(Geometry left, Geometry visible, double mm) {
        Geometry inner = GrownArea.round(left, -LEAST_LEFT_MM / 2).area();
        GrownArea wide = GrownArea.round(inner, LEAST_LEFT_MM / 2 + mm + HAIR_MM);
        return Grid.polygons(without(new Patchwork(), visible, List.of(wide)).where(LEFT), SPECK_MM2);
    }
}
