package org.stitchery.digitizer.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.noding.SegmentString;

/**
 * How often rings wind around a point, counted along a ray to the right. Segments wait in slabs of equal height, each
 * segment in every slab it passes, so that a ray looks at its own slab only.
 */
final class Winding {

    private final double[] x0;
    private final double[] y0;
    private final double[] x1;
    private final double[] y1;
    private final double low;
    private final double slabHeight;
    private final int[] slabStart;
    private final int[] inSlab;

    Winding(List<SegmentString> rings) {
        int n = 0;
        for (SegmentString ring : rings) {
            n += ring.size() - 1;
        }
        x0 = new double[n];
        y0 = new double[n];
        x1 = new double[n];
        y1 = new double[n];
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        double total = 0;
        int k = 0;
        for (SegmentString ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                Coordinate a = ring.getCoordinate(i - 1);
                Coordinate b = ring.getCoordinate(i);
                x0[k] = a.x;
                y0[k] = a.y;
                x1[k] = b.x;
                y1[k] = b.y;
                min = Math.min(min, a.y);
                max = Math.max(max, a.y);
                total += Math.abs(b.y - a.y);
                k++;
            }
        }
        low = min;
        // As many slabs as keep the entries within about eight times the segments.
        double rise = Math.max(max - min, 1e-9);
        int slabs = (int) Math.max(1, Math.min(n, 7 * n / Math.max(1, total / rise)));
        slabHeight = rise / slabs;
        slabStart = new int[slabs + 1];
        for (int i = 0; i < n; i++) {
            for (int s = slab(Math.min(y0[i], y1[i])); s <= slab(Math.max(y0[i], y1[i])); s++) {
                slabStart[s + 1]++;
            }
        }
        for (int s = 0; s < slabs; s++) {
            slabStart[s + 1] += slabStart[s];
        }
        inSlab = new int[slabStart[slabs]];
        int[] next = Arrays.copyOf(slabStart, slabs);
        for (int i = 0; i < n; i++) {
            for (int s = slab(Math.min(y0[i], y1[i])); s <= slab(Math.max(y0[i], y1[i])); s++) {
                inSlab[next[s]++] = i;
            }
        }
    }

    private int slab(double y) {
        int s = (int) ((y - low) / slabHeight);
        return Math.max(0, Math.min(slabStart.length - 2, s));
    }

    /** Positive where the rings run counter-clockwise (y up) around the point. */
    int around(double x, double y) {
        int winding = 0;
        int s = slab(y);
        for (int k = slabStart[s]; k < slabStart[s + 1]; k++) {
            int i = inSlab[k];
            boolean up = y0[i] <= y && y1[i] > y;
            boolean down = y1[i] <= y && y0[i] > y;
            if ((up || down) && x0[i] + (y - y0[i]) / (y1[i] - y0[i]) * (x1[i] - x0[i]) > x) {
                winding += up ? 1 : -1;
            }
        }
        return winding;
    }
}
