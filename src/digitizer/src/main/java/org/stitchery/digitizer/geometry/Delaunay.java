package org.stitchery.digitizer.geometry;

import java.util.Arrays;
import org.locationtech.jts.algorithm.CGAlgorithmsDD;

/**
 * Delaunay triangles of points in the plane.
 *
 * <p>A sweep from the middle outwards (Sinclair 2010, "S-hull: a fast radial sweep-hull routine for Delaunay
 * triangulation"): points come in by distance from the first triangle's circle, each is joined to the part of the hull
 * it sees, and edges are flipped until every circle is empty (Lawson 1977). Which side of a line a point lies on is
 * decided exactly (JTS's double-double arithmetic), whether it lies in a circle approximately: at worst a triangle is a
 * little less than Delaunay.
 *
 * <p>Edges are half-edges: triangle {@code t} has the half-edges 3t, 3t + 1, 3t + 2; {@code e} begins at point
 * {@code from(e)} and its other side is {@code twin(e)}, -1 on the hull.
 */
final class Delaunay {

    private static final double SAME = 1e-9;

    private final double[] xs;
    private final double[] ys;
    private int[] from;
    private int[] twins;
    private int edges;
    private final int[] hullPrevious;
    private final int[] hullNext;
    private final int[] hullEdge;
    private final int[] hash;
    private double centreX;
    private double centreY;
    private int hullStart;
    private int[] stack = new int[512];

    /** Points that coincide with an earlier one, or lie all on one line, are in no triangle. */
    Delaunay(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
        int n = xs.length;
        int most = Math.max(1, 2 * n - 5);
        from = new int[3 * most];
        twins = new int[3 * most];
        hullPrevious = new int[n];
        hullNext = new int[n];
        hullEdge = new int[n];
        hash = new int[(int) Math.ceil(Math.sqrt(Math.max(1, n)))];
        if (n >= 3) {
            triangulate();
        }
        from = Arrays.copyOf(from, edges);
        twins = Arrays.copyOf(twins, edges);
    }

    int edges() {
        return edges;
    }

    int from(int edge) {
        return from[edge];
    }

    int to(int edge) {
        return from[next(edge)];
    }

    int twin(int edge) {
        return twins[edge];
    }

    static int next(int edge) {
        return edge % 3 == 2 ? edge - 2 : edge + 1;
    }

    private static int previous(int edge) {
        return edge % 3 == 0 ? edge + 2 : edge - 1;
    }

    private void triangulate() {
        int n = xs.length;
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            minX = Math.min(minX, xs[i]);
            minY = Math.min(minY, ys[i]);
            maxX = Math.max(maxX, xs[i]);
            maxY = Math.max(maxY, ys[i]);
        }
        int a = nearest((minX + maxX) / 2, (minY + maxY) / 2, -1);
        int b = nearest(xs[a], ys[a], a);
        int c = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; b >= 0 && i < n; i++) {
            if (i != a && i != b) {
                double radius = circle(a, b, i)[2];
                if (radius < least) {
                    least = radius;
                    c = i;
                }
            }
        }
        if (b < 0 || c < 0) {
            return;
        }
        if (turn(a, b, c) < 0) {
            int swap = b;
            b = c;
            c = swap;
        }
        double[] circle = circle(a, b, c);
        centreX = circle[0];
        centreY = circle[1];
        int[] order = byDistance();
        start(a, b, c);
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i : order) {
            if (i == a || i == b || i == c) {
                continue;
            }
            if (Math.abs(xs[i] - lastX) <= SAME && Math.abs(ys[i] - lastY) <= SAME) {
                continue;
            }
            lastX = xs[i];
            lastY = ys[i];
            add(i);
        }
    }

    private int nearest(double x, double y, int except) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < xs.length; i++) {
            double d = (xs[i] - x) * (xs[i] - x) + (ys[i] - y) * (ys[i] - y);
            if (i != except && d < least && (except < 0 || d > SAME * SAME)) {
                least = d;
                best = i;
            }
        }
        return best;
    }

    private int[] byDistance() {
        int n = xs.length;
        double[] distance = new double[n];
        long[] keys = new long[n];
        double far = 0;
        for (int i = 0; i < n; i++) {
            double dx = xs[i] - centreX;
            double dy = ys[i] - centreY;
            distance[i] = Math.sqrt(dx * dx + dy * dy);
            far = Math.max(far, distance[i]);
        }
        // Sorted as whole numbers, 31 bits of distance above 32 bits of index; close calls do not matter.
        double scale = far > 0 ? Integer.MAX_VALUE / far : 0;
        for (int i = 0; i < n; i++) {
            keys[i] = (long) (distance[i] * scale) << 32 | i;
        }
        Arrays.sort(keys);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) keys[i];
        }
        return order;
    }

    private void start(int a, int b, int c) {
        Arrays.fill(hash, -1);
        hullStart = a;
        hullNext[a] = b;
        hullPrevious[c] = b;
        hullNext[b] = c;
        hullPrevious[a] = c;
        hullNext[c] = a;
        hullPrevious[b] = a;
        hullEdge[a] = 0;
        hullEdge[b] = 1;
        hullEdge[c] = 2;
        hash[key(a)] = a;
        hash[key(b)] = b;
        hash[key(c)] = c;
        triangle(a, b, c, -1, -1, -1);
    }

    private void add(int i) {
        int start = 0;
        int key = key(i);
        for (int k = 0; k < hash.length; k++) {
            start = hash[(key + k) % hash.length];
            if (start != -1 && start != hullNext[start]) {
                break;
            }
        }
        start = hullPrevious[start];
        int e = start;
        int q = hullNext[e];
        // Walk the hull to the first edge the point sees from outside.
        while (turn(i, e, q) >= 0) {
            e = q;
            if (e == start) {
                return;
            }
            q = hullNext[e];
        }
        int t = triangle(e, i, hullNext[e], -1, -1, hullEdge[e]);
        hullEdge[i] = flipped(t + 2);
        hullEdge[e] = t;
        int n = hullNext[e];
        q = hullNext[n];
        while (turn(i, n, q) < 0) {
            t = triangle(n, i, q, hullEdge[i], -1, hullEdge[n]);
            hullEdge[i] = flipped(t + 2);
            hullNext[n] = n;
            n = q;
            q = hullNext[n];
        }
        if (e == start) {
            q = hullPrevious[e];
            while (turn(i, q, e) < 0) {
                t = triangle(q, i, e, -1, hullEdge[e], hullEdge[q]);
                flipped(t + 2);
                hullEdge[q] = t;
                hullNext[e] = e;
                e = q;
                q = hullPrevious[e];
            }
        }
        hullStart = e;
        hullPrevious[i] = e;
        hullNext[e] = i;
        hullPrevious[n] = i;
        hullNext[i] = n;
        hash[key(i)] = i;
        hash[key(e)] = e;
    }

    /** Cells around the centre, in the order of the angle, for finding a hull point in the right direction. */
    private int key(int i) {
        double dx = xs[i] - centreX;
        double dy = ys[i] - centreY;
        double size = Math.abs(dx) + Math.abs(dy);
        double p = size == 0 ? 0 : dx / size;
        double share = (dy > 0 ? 3 - p : 1 + p) / 4;
        return (int) Math.floor(share * hash.length) % hash.length;
    }

    private int triangle(int a, int b, int c, int ab, int bc, int ca) {
        int t = edges;
        from[t] = a;
        from[t + 1] = b;
        from[t + 2] = c;
        link(t, ab);
        link(t + 1, bc);
        link(t + 2, ca);
        edges += 3;
        return t;
    }

    private void link(int a, int b) {
        twins[a] = b;
        if (b >= 0) {
            twins[b] = a;
        }
    }

    /** Flips edges from here on until every circle is empty; the edge that then begins at the newest point's hull. */
    private int flipped(int edge) {
        int depth = 0;
        int a = edge;
        int ar;
        while (true) {
            int b = twins[a];
            ar = previous(a);
            if (b < 0) {
                if (depth == 0) {
                    return ar;
                }
                a = stack[--depth];
                continue;
            }
            int al = next(a);
            int bl = previous(b);
            int p0 = from[ar];
            int pr = from[a];
            int pl = from[al];
            int p1 = from[bl];
            if (inCircle(p0, pr, pl, p1)) {
                from[a] = p1;
                from[b] = p0;
                int outer = twins[bl];
                if (outer < 0) {
                    int e = hullStart;
                    do {
                        if (hullEdge[e] == bl) {
                            hullEdge[e] = a;
                            break;
                        }
                        e = hullPrevious[e];
                    } while (e != hullStart);
                }
                link(a, outer);
                link(b, twins[ar]);
                link(ar, bl);
                if (depth == stack.length) {
                    stack = Arrays.copyOf(stack, 2 * depth);
                }
                stack[depth++] = next(b);
            } else {
                if (depth == 0) {
                    return ar;
                }
                a = stack[--depth];
            }
        }
    }

    /** Positive when c lies to the left of a to b on the page, x right and y down. */
    private int turn(int a, int b, int c) {
        return -CGAlgorithmsDD.orientationIndex(xs[a], ys[a], xs[b], ys[b], xs[c], ys[c]);
    }

    private boolean inCircle(int a, int b, int c, int p) {
        double dx = xs[a] - xs[p];
        double dy = ys[a] - ys[p];
        double ex = xs[b] - xs[p];
        double ey = ys[b] - ys[p];
        double fx = xs[c] - xs[p];
        double fy = ys[c] - ys[p];
        double ap = dx * dx + dy * dy;
        double bp = ex * ex + ey * ey;
        double cp = fx * fx + fy * fy;
        double inside = dx * (ey * cp - bp * fy) - dy * (ex * cp - bp * fx) + ap * (ex * fy - ey * fx);
        double scale = ap * Math.max(bp, cp) + bp * cp;
        return inside < -1e-12 * scale;
    }

    /** Centre x, centre y and radius of the circle through three points; infinite when they lie on a line. */
    double[] circle(int a, int b, int c) {
        double dx = xs[b] - xs[a];
        double dy = ys[b] - ys[a];
        double ex = xs[c] - xs[a];
        double ey = ys[c] - ys[a];
        double bl = dx * dx + dy * dy;
        double cl = ex * ex + ey * ey;
        double d = 2 * (dx * ey - dy * ex);
        double x = (ey * bl - dy * cl) / d;
        double y = (dx * cl - ex * bl) / d;
        double radius = Math.sqrt(x * x + y * y);
        return Double.isFinite(radius) && d != 0
                ? new double[] {xs[a] + x, ys[a] + y, radius}
                : new double[] {xs[a], ys[a], Double.POSITIVE_INFINITY};
    }
}
