package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts how often the sides of polygons cross each other, only as far as needed. */
final class Crossings {

    private Crossings() {}

    /** True when there are more than {@code limit}; each polyline is taken as closed. */
    static boolean exceed(List<Polyline> rings, int limit, Deadline deadline) {
        double[][] edges = edges(rings);
        Arrays.sort(edges, (a, b) -> Double.compare(Math.min(a[1], a[3]), Math.min(b[1], b[3])));
        List<double[]> active = new ArrayList<>();
        int count = 0;
        for (double[] edge : edges) {
            double top = Math.min(edge[1], edge[3]);
            int kept = 0;
            for (int i = 0; i < active.size(); i++) {
                double[] other = active.get(i);
                if (Math.max(other[1], other[3]) > top) {
                    active.set(kept++, other);
                    if (cross(edge, other) && ++count > limit) {
                        return true;
                    }
                }
            }
            active.subList(kept, active.size()).clear();
            active.add(edge);
            deadline.tick();
        }
        return false;
    }

    private static double[][] edges(List<Polyline> rings) {
        List<double[]> edges = new ArrayList<>();
        for (Polyline ring : rings) {
            for (int i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                edges.add(new double[] {ring.x(j), ring.y(j), ring.x(i), ring.y(i)});
            }
        }
        return edges.toArray(new double[0][]);
    }

    private static boolean cross(double[] a, double[] b) {
        return side(a, b[0], b[1]) * side(a, b[2], b[3]) < 0 && side(b, a[0], a[1]) * side(b, a[2], a[3]) < 0;
    }

    private static double side(double[] e, double x, double y) {
        return Math.signum((e[2] - e[0]) * (y - e[1]) - (e[3] - e[1]) * (x - e[0]));
    }
}
