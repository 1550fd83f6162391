package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.geometry.Patchwork;

/**
 * Which regions touch, and which of two must be sewn first.
 *
 * <p>Once everything covered is cut away no two regions overlap, and in principle any order shows the same picture. But
 * the one sewn later draws the common edge, and the one sewn earlier reaches below it. So where the drawing lays one over
 * the other, the lower is sewn first: details stay crisp on their ground. Where two merely abut, either order will do,
 * which leaves freedom to save colour changes; so it is between regions of one thread. Regions joined from several pieces may lie over and under the same
 * neighbour; then the larger overlap decides, and what would close a circle is given up, smallest first.
 */
final class Precedence {

    /** Regions closer than this touch: what is left of a common edge after rounding. */
    private static final double TOUCH_MM = 0.05;

    /** Smaller overlaps are accidents of drawing. */
    private static final double OVERLAP_MM2 = 0.02;

    /** First and second touch; the first must come before, or either may when free. */
    record Pair(int first, int second, boolean free, double weight) {}

    private final List<Pair> pairs;
    private final int[][] before;
    private final int[][] after;

    /** The order these pairs ask for; those not free must form no circle. */
    Precedence(int regions, List<Pair> pairs) {
        this.pairs = pairs;
        before = new int[regions][];
        after = new int[regions][];
        List<List<Integer>> into = new ArrayList<>();
        List<List<Integer>> from = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            into.add(new ArrayList<>());
            from.add(new ArrayList<>());
        }
        for (Pair pair : pairs) {
            if (!pair.free()) {
                into.get(pair.second()).add(pair.first());
                from.get(pair.first()).add(pair.second());
            }
        }
        for (int i = 0; i < regions; i++) {
            before[i] = into.get(i).stream().mapToInt(n -> n).toArray();
            after[i] = from.get(i).stream().mapToInt(n -> n).toArray();
        }
    }

    static Precedence of(List<Region> regions, Runnable betweenRegions) {
        STRtree index = new STRtree();
        PreparedGeometry[] prepared = new PreparedGeometry[regions.size()];
        IndexedFacetDistance[] distances = new IndexedFacetDistance[regions.size()];
        for (int i = 0; i < regions.size(); i++) {
            index.insert(regions.get(i).visible().getEnvelopeInternal(), i);
        }
        List<Pair> wishes = new ArrayList<>();
        List<Pair> free = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            betweenRegions.run();
            Envelope box = new Envelope(regions.get(i).visible().getEnvelopeInternal());
            box.expandBy(TOUCH_MM);
            int[] near = ((List<?>) index.query(box))
                    .stream().mapToInt(n -> (Integer) n).sorted().toArray();
            for (int j : near) {
                if (j > i && touch(regions, i, j, prepared, distances)) {
                    Region low = regions.get(i);
                    Region high = regions.get(j);
                    if (low.thread() == high.thread()) {
                        // Nobody sees which of them lies over the other.
                        free.add(new Pair(i, j, true, 0));
                        continue;
                    }
                    double under = overlap(low, high);
                    double over = overlap(high, low);
                    if (Math.max(under, over) < OVERLAP_MM2) {
                        free.add(new Pair(i, j, true, 0));
                    } else if (under >= over) {
                        wishes.add(new Pair(i, j, false, under));
                    } else {
                        wishes.add(new Pair(j, i, false, over));
                    }
                }
            }
        }
        free.addAll(withoutCircles(regions.size(), wishes));
        return new Precedence(regions.size(), free);
    }

    private static boolean touch(
            List<Region> regions, int i, int j, PreparedGeometry[] prepared, IndexedFacetDistance[] distances) {
        PreparedGeometry one = prepared[i];
        if (one == null) {
            one = PreparedGeometryFactory.prepare(regions.get(i).visible());
            prepared[i] = one;
        }
        Geometry other = regions.get(j).visible();
        if (one.intersects(other)) {
            return true;
        }
        IndexedFacetDistance distance = distances[i];
        if (distance == null) {
            distance = new IndexedFacetDistance(regions.get(i).visible());
            distances[i] = distance;
        }
        return distance.isWithinDistance(other, TOUCH_MM);
    }

    /** How much of {@code low} was painted where {@code high} is seen. */
    private static double overlap(Region low, Region high) {
        if (low.lowest() > high.order()) {
            // Whatever low painted has been cut out of high.
            return 0;
        }
        Envelope box =
                low.painted().getEnvelopeInternal().intersection(high.visible().getEnvelopeInternal());
        return new Patchwork()
                .add(0, low.painted(), box)
                .add(1, high.visible(), box)
                .where(layers -> layers == 3)
                .getArea();
    }

    private static List<Pair> withoutCircles(int regions, List<Pair> wishes) {
        wishes.sort(Comparator.comparingDouble(Pair::weight)
                .reversed()
                .thenComparingInt(Pair::first)
                .thenComparingInt(Pair::second));
        List<List<Integer>> after = new ArrayList<>();
        for (int i = 0; i < regions; i++) {
            after.add(new ArrayList<>());
        }
        int[] seen = new int[regions];
        List<Pair> kept = new ArrayList<>();
        int round = 0;
        for (Pair wish : wishes) {
            if (reaches(wish.second(), wish.first(), after, seen, ++round)) {
                kept.add(new Pair(wish.second(), wish.first(), true, 0));
            } else {
                after.get(wish.first()).add(wish.second());
                kept.add(wish);
            }
        }
        return kept;
    }

    private static boolean reaches(int from, int to, List<List<Integer>> after, int[] seen, int round) {
        int[] stack = new int[16];
        int depth = 0;
        stack[depth++] = from;
        while (depth > 0) {
            int at = stack[--depth];
            if (at == to) {
                return true;
            }
            for (int next : after.get(at)) {
                if (seen[next] != round) {
                    seen[next] = round;
                    if (depth == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * depth);
                    }
                    stack[depth++] = next;
                }
            }
        }
        return false;
    }

    /** All regions that touch, each pair once. */
    List<Pair> pairs() {
        return pairs;
    }

    /** Must be sewn before region {@code i}. */
    int[] before(int i) {
        return before[i];
    }

    /** Must be sewn after region {@code i}. */
    int[] after(int i) {
        return after[i];
    }
}
