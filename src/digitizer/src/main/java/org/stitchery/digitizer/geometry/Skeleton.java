package org.stitchery.digitizer.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The medial axis of a polygon: the middles of all circles that touch its outline at two places or more, with their
 * radii, as a graph (Blum 1967).
 *
 * <p>Points are set along the outline, and their Delaunay triangles inside it taken: the circle around such a triangle
 * touches the outline at three points and nearly nowhere crosses it, so its centre lies on the axis (Attali, Boissonnat
 * and Edelsbrunner 2009, "Stability and computation of medial axes"). Triangles that share an inner edge are neighbours
 * on the axis: with one neighbour they are tips, with three forks, which is Prasad's chordal axis (1997) with better
 * centres. Where the outline comes close to itself, points are added until every piece of it is an edge of the
 * triangulation.
 *
 * <p>An axis has a twig in every convex corner. A twig whose tip reaches less than {@value #TWIG} radii beyond the
 * circle at its fork says nothing about how to sew, and is broken off, smallest first.
 */
public final class Skeleton {

    /** Distance of points along the outline, mm: fine enough for a 0.4 mm thread. */
    private static final double STEP_MM = 0.4;

    private static final double TWIG = 0.75;

    private static final int MOST_ROUNDS = 6;

    private double[] xs;
    private double[] ys;
    private int[] successor;
    private int points;
    private final double[] nodeX;
    private final double[] nodeY;
    private final double[] radius;
    private final double[] reachX;
    private final double[] reachY;
    private final int[][] neighbours;
    private final int nodes;

    /** Of a valid polygon. */
    public Skeleton(Polygon polygon) {
        int estimate = (int) (polygon.getLength() / STEP_MM) + polygon.getNumPoints() + 16;
        xs = new double[estimate];
        ys = new double[estimate];
        successor = new int[estimate];
        sample(polygon.getExteriorRing(), true);
        for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
            sample(polygon.getInteriorRingN(r), false);
        }
        Delaunay triangles = conforming();
        boolean[] inside = inside(triangles);
        int[] nodeOf = new int[triangles.edges() / 3];
        Arrays.fill(nodeOf, -1);
        int count = 0;
        for (int t = 0; t < nodeOf.length; t++) {
            if (inside[t]) {
                nodeOf[t] = count++;
            }
        }
        nodes = count;
        nodeX = new double[count];
        nodeY = new double[count];
        radius = new double[count];
        reachX = new double[count];
        reachY = new double[count];
        neighbours = new int[count][];
        for (int t = 0; t < nodeOf.length; t++) {
            if (nodeOf[t] >= 0) {
                place(triangles, t, nodeOf);
            }
        }
    }

    private void sample(LinearRing ring, boolean shell) {
        CoordinateSequence points = ring.getCoordinateSequence();
        // The inside lies on the same side of every ring: holes run the other way round.
        boolean forwards = org.locationtech.jts.algorithm.Orientation.isCCW(points) == shell;
        int n = points.size() - 1;
        int first = this.points;
        for (int k = 0; k < n; k++) {
            int a = forwards ? k : n - k;
            int b = forwards ? k + 1 : n - k - 1;
            double dx = points.getX(b) - points.getX(a);
            double dy = points.getY(b) - points.getY(a);
            int parts = (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP_MM));
            for (int p = 0; p < parts; p++) {
                add(points.getX(a) + dx * p / parts, points.getY(a) + dy * p / parts, this.points + 1);
            }
        }
        successor[this.points - 1] = first;
    }

    private void add(double x, double y, int next) {
        if (points == xs.length) {
            xs = Arrays.copyOf(xs, 2 * points);
            ys = Arrays.copyOf(ys, 2 * points);
            successor = Arrays.copyOf(successor, 2 * points);
        }
        xs[points] = x;
        ys[points] = y;
        successor[points] = next;
        points++;
    }

    /** Triangulates, halves the pieces of the outline that are missing, and again. */
    private Delaunay conforming() {
        Delaunay triangles = new Delaunay(Arrays.copyOf(xs, points), Arrays.copyOf(ys, points));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            boolean[] present = new boolean[points];
            for (int e = 0; e < triangles.edges(); e++) {
                int a = triangles.from(e);
                int b = triangles.to(e);
                present[a] |= successor[a] == b;
                present[b] |= successor[b] == a;
            }
            int before = points;
            for (int i = 0; i < before; i++) {
                if (!present[i]) {
                    int next = successor[i];
                    successor[i] = points;
                    add((xs[i] + xs[next]) / 2, (ys[i] + ys[next]) / 2, next);
                }
            }
            if (points == before) {
                break;
            }
            triangles = new Delaunay(Arrays.copyOf(xs, points), Arrays.copyOf(ys, points));
        }
        return triangles;
    }

    /** Floods from the inner sides of the outline's pieces. */
    private boolean[] inside(Delaunay triangles) {
        int count = triangles.edges() / 3;
        boolean[] inside = new boolean[count];
        int[] stack = new int[count];
        int depth = 0;
        for (int e = 0; e < triangles.edges(); e++) {
            // Triangles turn clockwise with y up, so the inner side of a counter-clockwise outline is seen from its
            // end.
            if (successor[triangles.to(e)] == triangles.from(e) && !inside[e / 3]) {
                inside[e / 3] = true;
                stack[depth++] = e / 3;
            }
        }
        while (depth > 0) {
            int t = stack[--depth];
            for (int e = 3 * t; e < 3 * t + 3; e++) {
                int twin = triangles.twin(e);
                if (twin >= 0 && !outline(triangles, e) && !inside[twin / 3]) {
                    inside[twin / 3] = true;
                    stack[depth++] = twin / 3;
                }
            }
        }
        return inside;
    }

    private boolean outline(Delaunay triangles, int e) {
        int a = triangles.from(e);
        int b = triangles.to(e);
        return successor[a] == b || successor[b] == a;
    }

    private void place(Delaunay triangles, int t, int[] nodeOf) {
        int node = nodeOf[t];
        int a = triangles.from(3 * t);
        int b = triangles.from(3 * t + 1);
        int c = triangles.from(3 * t + 2);
        int[] near = new int[3];
        int size = 0;
        int inner = -1;
        for (int e = 3 * t; e < 3 * t + 3; e++) {
            int twin = triangles.twin(e);
            if (twin >= 0 && !outline(triangles, e) && nodeOf[twin / 3] >= 0) {
                near[size++] = nodeOf[twin / 3];
                inner = e;
            }
        }
        neighbours[node] = Arrays.copyOf(near, size);
        double[] circle = triangles.circle(a, b, c);
        double left = Math.min(xs[a], Math.min(xs[b], xs[c]));
        double right = Math.max(xs[a], Math.max(xs[b], xs[c]));
        double top = Math.min(ys[a], Math.min(ys[b], ys[c]));
        double bottom = Math.max(ys[a], Math.max(ys[b], ys[c]));
        double slack = Math.max(right - left, bottom - top);
        if (size <= 1
                || circle[0] < left - slack
                || circle[0] > right + slack
                || circle[1] < top - slack
                || circle[1] > bottom + slack) {
            // Tips, and slivers whose circle lies far off, sit on the middle of an inner edge.
            int e = inner >= 0 ? inner : 3 * t;
            int p = triangles.from(e);
            int q = triangles.to(e);
            circle[0] = (xs[p] + xs[q]) / 2;
            circle[1] = (ys[p] + ys[q]) / 2;
            circle[2] = Math.sqrt((xs[p] - xs[q]) * (xs[p] - xs[q]) + (ys[p] - ys[q]) * (ys[p] - ys[q])) / 2;
        }
        nodeX[node] = circle[0];
        nodeY[node] = circle[1];
        radius[node] = circle[2];
        int tip = size == 1 ? triangles.from((inner % 3 + 2) % 3 + 3 * t) : a;
        reachX[node] = size == 1 ? xs[tip] : nodeX[node];
        reachY[node] = size == 1 ? ys[tip] : nodeY[node];
    }

    /** The graph without its twigs, as branches between forks and tips. */
    public List<Bough> boughs() {
        return new SkeletonPruning(nodeX, nodeY, radius, reachX, reachY, neighbours, nodes, TWIG).boughs();
    }

    /**
     * A stretch of the axis between two forks or tips.
     *
     * @param x of its nodes, page millimetres
     * @param y of its nodes
     * @param radius at its nodes, mm
     * @param from number of the fork it begins at, -1 for a tip
     * @param to number of the fork it ends at, -1 for a tip; the same as {@code from} when it is a ring
     */
    public record Bough(double[] x, double[] y, double[] radius, int from, int to) {

        public int size() {
            return x.length;
        }

        /** True when it is a ring without any fork. */
        public boolean ring() {
            return from == RING;
        }

        static final int RING = -2;
    }
}
