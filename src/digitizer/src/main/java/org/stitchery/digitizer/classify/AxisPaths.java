package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stitchery.digitizer.geometry.Skeleton.Bough;

/**
 * Joins the boughs of a medial axis to ways as a hand would draw them: at each fork the two that go straightest on are
 * one stroke, and the others end there.
 */
final class AxisPaths {

    /** Ways bending by more than this at a fork are not one stroke: cosine of 50 degrees. */
    private static final double STRAIGHT = 0.64;

    /** Nor are ways of which one is this much wider. */
    private static final double ALIKE = 1.8;

    private AxisPaths() {}

    private record End(int path, boolean atStart) {}

    static List<AxisPath> of(List<Bough> boughs) {
        List<AxisPath> paths = new ArrayList<>();
        Map<Integer, List<End>> forks = new LinkedHashMap<>();
        for (Bough bough : boughs) {
            AxisPath path = AxisPath.of(bough);
            int index = paths.size();
            paths.add(path);
            if (path.fromFork() >= 0) {
                forks.computeIfAbsent(path.fromFork(), f -> new ArrayList<>()).add(new End(index, true));
            }
            if (path.toFork() >= 0) {
                forks.computeIfAbsent(path.toFork(), f -> new ArrayList<>()).add(new End(index, false));
            }
        }
        int[] mergedInto = new int[paths.size()];
        for (int i = 0; i < mergedInto.length; i++) {
            mergedInto[i] = i;
        }
        for (List<End> ends : forks.values()) {
            End a = null;
            End b = null;
            double best = STRAIGHT;
            for (int i = 0; i < ends.size(); i++) {
                for (int j = i + 1; j < ends.size(); j++) {
                    double straight = straightness(boughs, paths, ends.get(i), ends.get(j));
                    if (straight > best) {
                        best = straight;
                        a = ends.get(i);
                        b = ends.get(j);
                    }
                }
            }
            if (a != null && b != null) {
                join(paths, mergedInto, boughs, a, b);
            }
        }
        List<AxisPath> joined = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++) {
            if (mergedInto[i] == i) {
                joined.add(paths.get(i));
            }
        }
        return joined;
    }

    /** Cosine of the bend when going from one end over to the other, or -1 when their widths differ too much. */
    private static double straightness(List<Bough> boughs, List<AxisPath> paths, End a, End b) {
        double[] one = outwards(AxisPath.of(boughs.get(a.path())), a.atStart());
        double[] other = outwards(AxisPath.of(boughs.get(b.path())), b.atStart());
        if (paths.isEmpty() || Math.max(one[2], other[2]) > ALIKE * Math.min(one[2], other[2])) {
            return -1;
        }
        return -(one[0] * other[0] + one[1] * other[1]);
    }

    /** Direction away from the fork, and the radius some way out. */
    private static double[] outwards(AxisPath path, boolean atStart) {
        int n = path.size();
        int end = atStart ? 0 : n - 1;
        int step = atStart ? 1 : -1;
        double wanted = 2 * path.radius()[end];
        int near = end;
        int far = end;
        for (int i = end; i >= 0 && i < n; i += step) {
            far = i;
            if (path.distance(end, i) <= wanted / 2) {
                near = i;
            }
            if (path.distance(end, i) >= wanted) {
                break;
            }
        }
        if (near == far) {
            near = end;
        }
        double dx = path.x()[far] - path.x()[near];
        double dy = path.y()[far] - path.y()[near];
        double size = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
        return new double[] {dx / size, dy / size, path.radius()[far]};
    }

    private static void join(List<AxisPath> paths, int[] mergedInto, List<Bough> boughs, End a, End b) {
        int one = root(mergedInto, a.path());
        int other = root(mergedInto, b.path());
        int fork =
                a.atStart() ? boughs.get(a.path()).from() : boughs.get(a.path()).to();
        if (one == other) {
            AxisPath path = paths.get(one);
            if (path.fromFork() == fork && path.toFork() == fork && path.size() > 8) {
                paths.set(one, path.asRing());
            }
            return;
        }
        AxisPath first = paths.get(one);
        AxisPath second = paths.get(other);
        if (first.toFork() != fork) {
            first = first.reversed();
        }
        if (second.fromFork() != fork) {
            second = second.reversed();
        }
        if (first.toFork() == fork && second.fromFork() == fork) {
            paths.set(one, first.joined(second));
            mergedInto[other] = one;
        }
    }

    private static int root(int[] mergedInto, int i) {
        int at = i;
        while (mergedInto[at] != at) {
            at = mergedInto[at];
        }
        return at;
    }
}
