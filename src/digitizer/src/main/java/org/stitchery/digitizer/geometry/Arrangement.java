package org.stitchery.digitizer.geometry;

import java.util.Collection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.SegmentString;

/**
 * Lines that meet at their ends only, and the labels of the faces between them: numbers that change by a known amount
 * where a line is crossed, and are 0 far outside.
 *
 * <p>Each edge has two halves, 2e the way it runs and 2e + 1 the other way (Muller and Preparata 1978, "Finding the
 * intersection of two convex polyhedra"; the book of de Berg et al., "Computational Geometry", chapter 2). Around each
 * node the halves that leave it are sorted counterclockwise, so one known label gives all that hang together; for the
 * first, a ray to the right counts what it crosses. Lines that coincide are one edge, and one that makes no difference
 * is none.
 */
final class Arrangement {

    private final HotPixels nodes;
    private final Coordinate[][] points;
    private final int[] start;
    private final long[] turn;
    private int edges;

    /** The halves that leave each node, counterclockwise, node by node; and where each node's begin. */
    private int[] around = {};

    private int[] firstAround = {};
    private int[] place = {};
    private long[] left = {};
    private boolean[] known = {};

    /** Of pieces that share ends only, each with a {@link Patchwork.Turn}. */
    Arrangement(Collection<SegmentString> pieces) {
        int n = pieces.size();
        nodes = new HotPixels(Math.max(16, n));
        points = new Coordinate[n][];
        start = new int[2 * n];
        turn = new long[n];
        int[] table = new int[Integer.highestOneBit(Math.max(8, n)) * 4];
        for (SegmentString piece : pieces) {
            Coordinate[] line = piece.getCoordinates();
            int a = node(line[0]);
            int b = node(line[line.length - 1]);
            long left = piece.getData() instanceof Patchwork.Turn change ? change.left() : 0;
            int slot = (a + b) * 0x9E3779B1 + (a ^ b) * 0x85EBCA6B >>> 3 & table.length - 1;
            while (line.length == 2 && table[slot] > 0 && !joins(table[slot] - 1, a, b)) {
                slot = slot + 1 & table.length - 1;
            }
            if (line.length == 2 && table[slot] > 0) {
                int same = table[slot] - 1;
                turn[same] += start[2 * same] == a ? left : -left;
                continue;
            }
            if (line.length == 2) {
                table[slot] = edges + 1;
            }
            points[edges] = line;
            start[2 * edges] = a;
            start[2 * edges + 1] = b;
            turn[edges++] = left;
        }
        dropIdle();
    }

    private int node(Coordinate point) {
        return nodes.of((int) Math.rint(point.x * Grid.PER_MM), (int) Math.rint(point.y * Grid.PER_MM));
    }

    private boolean joins(int edge, int a, int b) {
        int from = start[2 * edge];
        int to = start[2 * edge + 1];
        return from == a && to == b || from == b && to == a;
    }

    private void dropIdle() {
        int kept = 0;
        for (int e = 0; e < edges; e++) {
            if (turn[e] != 0) {
                points[kept] = points[e];
                start[2 * kept] = start[2 * e];
                start[2 * kept + 1] = start[2 * e + 1];
                turn[kept++] = turn[e];
            }
        }
        edges = kept;
    }

    /** Labels all faces. False when the lines meet elsewhere than at their ends, so that labels contradict each other. */
    boolean label() {
        left = new long[2 * edges];
        known = new boolean[2 * edges];
        if (!sortAround()) {
            return false;
        }
        EdgeRays rays = new EdgeRays(points, turn, edges);
        int[] stack = new int[edges + 1];
        for (int e = 0; e < edges; e++) {
            if (!known[2 * e] && rays.cross(e)) {
                left[2 * e] = rays.left();
                known[2 * e] = true;
                if (!spread(start[2 * e], stack)) {
                    return false;
                }
            }
        }
        for (int half = 0; half < 2 * edges; half++) {
            if (!known[half]) {
                return false;
            }
        }
        return true;
    }

    private boolean sortAround() {
        firstAround = new int[nodes.size() + 1];
        for (int half = 0; half < 2 * edges; half++) {
            firstAround[start[half] + 1]++;
        }
        for (int node = 0; node < nodes.size(); node++) {
            firstAround[node + 1] += firstAround[node];
        }
        around = new int[2 * edges];
        int[] count = new int[nodes.size()];
        for (int half = 0; half < 2 * edges; half++) {
            int first = firstAround[start[half]];
            int at = first + count[start[half]]++;
            while (at > first) {
                int order = order(half, around[at - 1]);
                if (order == 0) {
                    return false;
                }
                if (order > 0) {
                    break;
                }
                around[at] = around[at - 1];
                at--;
            }
            around[at] = half;
        }
        place = new int[2 * edges];
        for (int k = 0; k < around.length; k++) {
            place[around[k]] = k;
        }
        return true;
    }

    /** Negative when a half comes before another one of its node, counterclockwise from the direction of x. */
    private int order(int one, int other) {
        double x1 = ahead(one).x - at(one).x;
        double y1 = ahead(one).y - at(one).y;
        double x2 = ahead(other).x - at(other).x;
        double y2 = ahead(other).y - at(other).y;
        boolean lower1 = y1 < 0 || y1 == 0 && x1 < 0;
        boolean lower2 = y2 < 0 || y2 == 0 && x2 < 0;
        if (lower1 != lower2) {
            return lower1 ? 1 : -1;
        }
        double side = whole(x1) * whole(y2) - whole(y1) * whole(x2);
        return side > 0 ? -1 : side < 0 ? 1 : 0;
    }

    private static double whole(double mm) {
        return Math.rint(mm * Grid.PER_MM);
    }

    private Coordinate at(int half) {
        Coordinate[] line = points[half >> 1];
        return (half & 1) == 0 ? line[0] : line[line.length - 1];
    }

    private Coordinate ahead(int half) {
        Coordinate[] line = points[half >> 1];
        return (half & 1) == 0 ? line[1] : line[line.length - 2];
    }

    /** Labels all that hangs together with a node, one half of which is labelled. */
    private boolean spread(int from, int[] stack) {
        int depth = 0;
        stack[depth++] = from;
        while (depth > 0) {
            int node = stack[--depth];
            int first = firstAround[node];
            int degree = firstAround[node + 1] - first;
            int begin = 0;
            while (!known[around[first + begin]]) {
                begin++;
            }
            for (int k = 0; k < degree; k++) {
                int half = around[first + (begin + k) % degree];
                int next = around[first + (begin + k + 1) % degree];
                long label = left[half] + turn(next);
                if (known[next] && left[next] != label) {
                    return false;
                }
                known[next] = true;
                left[next] = label;
            }
            for (int k = first; k < first + degree; k++) {
                int half = around[k];
                long right = left[half] - turn(half);
                if (!known[half ^ 1]) {
                    known[half ^ 1] = true;
                    left[half ^ 1] = right;
                    stack[depth++] = start[half ^ 1];
                } else if (left[half ^ 1] != right) {
                    return false;
                }
            }
        }
        return true;
    }

    private long turn(int half) {
        return (half & 1) == 0 ? turn[half >> 1] : -turn[half >> 1];
    }

    int halves() {
        return 2 * edges;
    }

    int nodes() {
        return nodes.size();
    }

    /** The node a half leaves. */
    int start(int half) {
        return start[half];
    }

    /** The label to the left of a half. */
    long left(int half) {
        return left[half];
    }

    /** The half before another one, around the node both leave: the next one clockwise. */
    int clockwise(int half) {
        int first = firstAround[start[half]];
        int at = place[half] == first ? firstAround[start[half] + 1] - 1 : place[half] - 1;
        return around[at];
    }

    /** The points of an edge, in the direction of its half 2e. */
    Coordinate[] points(int edge) {
        return points[edge];
    }
}
