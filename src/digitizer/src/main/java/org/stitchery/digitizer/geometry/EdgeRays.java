package org.stitchery.digitizer.geometry;

import org.locationtech.jts.geom.Coordinate;

/**
 * Finds the label beside an edge by a ray to the right, which learns from each line it crosses. Edges wait in slabs of
 * equal height, each in every slab it passes, so that a ray looks at its own slab only.
 */
final class EdgeRays {

    private final Coordinate[][] points;
    private final long[] turn;
    private final double[] low;
    private final double[] high;
    private final double[] right;
    private final double bottom;
    private final double slabHeight;
    private final int[] slabStart;
    private final int[] inSlab;
    private long label;

    EdgeRays(Coordinate[][] points, long[] turn, int edges) {
        this.points = points;
        this.turn = turn;
        low = new double[edges];
        high = new double[edges];
        right = new double[edges];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double total = 0;
        for (int e = 0; e < edges; e++) {
            low[e] = Double.POSITIVE_INFINITY;
            high[e] = Double.NEGATIVE_INFINITY;
            right[e] = Double.NEGATIVE_INFINITY;
            for (Coordinate point : points[e]) {
                low[e] = Math.min(low[e], point.y);
                high[e] = Math.max(high[e], point.y);
                right[e] = Math.max(right[e], point.x);
            }
            min = Math.min(min, low[e]);
            max = Math.max(max, high[e]);
            total += high[e] - low[e];
        }
        bottom = min;
        // As many slabs as keep the entries within about four times the edges.
        double rise = Math.max(max - min, 1e-9);
        int slabs = (int) Math.max(1, Math.min(edges / 8, 3 * edges / Math.max(1, total / rise)));
        slabHeight = rise / slabs;
        slabStart = new int[slabs + 1];
        for (int e = 0; e < edges; e++) {
            for (int s = slab(low[e]); s <= slab(high[e]); s++) {
                slabStart[s + 1]++;
            }
        }
        for (int s = 0; s < slabs; s++) {
            slabStart[s + 1] += slabStart[s];
        }
        inSlab = new int[slabStart[slabs]];
        int[] next = slabStart.clone();
        for (int e = 0; e < edges; e++) {
            for (int s = slab(low[e]); s <= slab(high[e]); s++) {
                inSlab[next[s]++] = e;
            }
        }
    }

    private int slab(double y) {
        return Math.max(0, Math.min(slabStart.length - 2, (int) ((y - bottom) / slabHeight)));
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
        int slab = slab(y);
        for (int k = slabStart[slab]; k < slabStart[slab + 1]; k++) {
            int e = inSlab[k];
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
