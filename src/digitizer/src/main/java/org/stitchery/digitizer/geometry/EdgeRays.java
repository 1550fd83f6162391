package org.stitchery.digitizer.geometry;

import org.locationtech.jts.geom.Coordinate;

/** Finds the label beside an edge by a ray to the right, which learns from each line it crosses. */
final class EdgeRays {

    private final Coordinate[][] points;
    private final long[] turn;
    private final double[] low;
    private final double[] high;
    private final double[] right;
    private long label;

    EdgeRays(Coordinate[][] points, long[] turn, int edges) {
        this.points = points;
        this.turn = turn;
        low = new double[edges];
        high = new double[edges];
        right = new double[edges];
        for (int e = 0; e < edges; e++) {
            low[e] = Double.POSITIVE_INFINITY;
            high[e] = Double.NEGATIVE_INFINITY;
            right[e] = Double.NEGATIVE_INFINITY;
            for (Coordinate point : points[e]) {
                low[e] = Math.min(low[e], point.y);
                high[e] = Math.max(high[e], point.y);
                right[e] = Math.max(right[e], point.x);
            }
        }
    }

    /** Looks from the middle of a segment of an edge; false when all of it runs level, so that no ray can tell. */
    boolean cross(int edge) {
        Coordinate[] line = points[edge];
        int from = 0;
        while (line[from].y == line[from + 1].y) {
            if (++from + 1 == line.length) {
                return false;
            }
        }
        boolean up = line[from].y < line[from + 1].y;
        double x = (line[from].x + line[from + 1].x) / 2;
        double y = (line[from].y + line[from + 1].y) / 2;
        label = up ? turn[edge] : 0;
        for (int e = 0; e < low.length; e++) {
            if (low[e] <= y && high[e] > y && right[e] > x) {
                label += crossed(e, x, y, e == edge ? from : -1);
            }
        }
        return true;
    }

    private long crossed(int edge, double x, double y, int except) {
        Coordinate[] line = points[edge];
        long sum = 0;
        for (int i = 0; i + 1 < line.length; i++) {
            Coordinate a = line[i];
            Coordinate b = line[i + 1];
            if (a.y <= y != b.y <= y && i != except && a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) > x) {
                sum += a.y < b.y ? turn[edge] : -turn[edge];
            }
        }
        return sum;
    }

    /** The label to the left of the edge last looked from. */
    long left() {
        return label;
    }
}
