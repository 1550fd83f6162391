package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Cuts lines where they meet, so that all points lie on the {@link Grid} and no line crosses another: snap rounding.
 *
 * <p>Every point and every crossing heats the grid's square around it; a line that passes through a hot square is bent to
 * its middle (Hobby 1999, "Practical segment intersection with finite precision output"). JTS does the same with trees
 * and arbitrary precision. Here lines wait in square cells, and because all coordinates are whole numbers below 2^24 in
 * units of the grid their products are exact in plain doubles; that takes a fifth of the time, and overlays are what a
 * digitizer does most. Squares own their left and lower edges, so each place belongs to one.
 */
final class SnapRounding implements Noder {

    /** Beyond this products are no longer exact, and JTS has to do it. */
    private static final double FAR_MM = (1 << 24) / Grid.PER_MM;

    private final List<SegmentString> strings = new ArrayList<>();
    private double[] x = {};
    private double[] y = {};
    private int[] pixelOf = {};
    private int[] segment = {};
    private int segments;
    private HotPixels pixels = new HotPixels(1);
    private long[] snaps = new long[64];
    private int snapCount;
    private int[] snapStart = {};
    private List<SegmentString> noded = List.of();

    private final double fromX;
    private final double toX;
    private final double fromY;
    private final double toY;

    /** Of lines that may meet anywhere. */
    SnapRounding() {
        fromX = Double.NEGATIVE_INFINITY;
        fromY = Double.NEGATIVE_INFINITY;
        toX = Double.POSITIVE_INFINITY;
        toY = Double.POSITIVE_INFINITY;
    }

    /** Of lines on the grid that meet in a box only, shared ends apart. */
    SnapRounding(Envelope box) {
        fromX = units(box.getMinX()) - 2;
        fromY = units(box.getMinY()) - 2;
        toX = units(box.getMaxX()) + 2;
        toY = units(box.getMaxY()) + 2;
    }

    @Override
    public void computeNodes(@SuppressWarnings("rawtypes") Collection lines) {
        for (Object line : lines) {
            strings.add((SegmentString) line);
        }
        if (farOut()) {
            noded = byJts();
            return;
        }
        takePoints();
        if (segments > 0) {
            SegmentCells cells = new SegmentCells(x, y, segment, segments);
            cross(cells);
            snap(cells);
        }
        noded = cut();
    }

    @Override
    public Collection<SegmentString> getNodedSubstrings() {
        return noded;
    }

    private boolean farOut() {
        for (SegmentString string : strings) {
            for (Coordinate point : string.getCoordinates()) {
                if (!(Math.max(Math.abs(point.x), Math.abs(point.y)) < FAR_MM)) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<SegmentString> byJts() {
        List<SegmentString> loose = new ArrayList<>(strings.size());
        for (SegmentString string : strings) {
            loose.add(new NodedSegmentString(string.getCoordinates(), string.getData()));
        }
        SnapRoundingNoder noder = new SnapRoundingNoder(Grid.MODEL);
        noder.computeNodes(loose);
        List<SegmentString> parts = new ArrayList<>();
        for (Object part : noder.getNodedSubstrings()) {
            parts.add((SegmentString) part);
        }
        return parts;
    }

    private void takePoints() {
        int n = 0;
        for (SegmentString string : strings) {
            n += string.size();
        }
        x = new double[n];
        y = new double[n];
        pixelOf = new int[n];
        segment = new int[n];
        pixels = new HotPixels(Math.max(16, n + n / 8));
        int k = 0;
        for (SegmentString string : strings) {
            Coordinate[] points = string.getCoordinates();
            int before = -1;
            for (int i = 0; i < points.length; i++, k++) {
                x[k] = units(points[i].x);
                y[k] = units(points[i].y);
                int known = pixels.size();
                int pixel = pixels.of((int) Math.floor(x[k] + 0.5), (int) Math.floor(y[k] + 0.5));
                if (pixel < known && pixel != before) {
                    pixels.meet(pixel);
                }
                pixelOf[k] = pixel;
                if (i > 0 && pixel != before && meetsOthers(k - 1)) {
                    segment[segments++] = k - 1;
                }
                before = pixel;
            }
        }
    }

    private boolean meetsOthers(int i) {
        return Math.max(x[i], x[i + 1]) >= fromX
                && Math.min(x[i], x[i + 1]) <= toX
                && Math.max(y[i], y[i + 1]) >= fromY
                && Math.min(y[i], y[i + 1]) <= toY;
    }

    /** Whole where the point lies on the grid. */
    private static double units(double mm) {
        double scaled = mm * Grid.PER_MM;
        double whole = Math.rint(scaled);
        return Math.abs(scaled - whole) < 1e-6 ? whole : scaled;
    }

    /** Heats the squares where lines cross. */
    private void cross(SegmentCells cells) {
        for (int c = 0; c < cells.cells(); c++) {
            int end = cells.start(c + 1);
            for (int k = cells.start(c); k + 1 < end; k++) {
                int a = segment[cells.member(k)];
                double minX = Math.min(x[a], x[a + 1]);
                double maxX = Math.max(x[a], x[a + 1]);
                double minY = Math.min(y[a], y[a + 1]);
                double maxY = Math.max(y[a], y[a + 1]);
                for (int m = k + 1; m < end; m++) {
                    int b = segment[cells.member(m)];
                    if (Math.max(x[b], x[b + 1]) >= minX
                            && Math.min(x[b], x[b + 1]) <= maxX
                            && Math.max(y[b], y[b + 1]) >= minY
                            && Math.min(y[b], y[b + 1]) <= maxY) {
                        cross(a, b);
                    }
                }
            }
        }
    }

    private void cross(int a, int b) {
        double before = side(a, x[b], y[b]);
        double after = side(a, x[b + 1], y[b + 1]);
        if (before > 0 == after > 0 || before == 0 || after == 0) {
            return;
        }
        double from = side(b, x[a], y[a]);
        double to = side(b, x[a + 1], y[a + 1]);
        if (from > 0 == to > 0 || from == 0 || to == 0) {
            return;
        }
        double t = before / (before - after);
        double px = x[b] + (x[b + 1] - x[b]) * t;
        double py = y[b] + (y[b + 1] - y[b]) * t;
        pixels.meet(pixels.of((int) Math.floor(px + 0.5), (int) Math.floor(py + 0.5)));
    }

    private double side(int s, double px, double py) {
        return (x[s + 1] - x[s]) * (py - y[s]) - (y[s + 1] - y[s]) * (px - x[s]);
    }

    /** Finds the hot squares each line passes. */
    private void snap(SegmentCells cells) {
        for (int pixel = 0; pixel < pixels.size(); pixel++) {
            int px = pixels.x(pixel);
            int py = pixels.y(pixel);
            if (!cells.hold(px, py)) {
                continue;
            }
            int c = cells.at(px, py);
            for (int k = cells.start(c); k < cells.start(c + 1); k++) {
                int s = cells.member(k);
                int i = segment[s];
                if (pixelOf[i] != pixel && pixelOf[i + 1] != pixel && passes(i, px, py)) {
                    pixels.meet(pixel);
                    snaps = snapCount == snaps.length ? Arrays.copyOf(snaps, 2 * snapCount) : snaps;
                    snaps[snapCount++] = (long) s << 32 | pixel;
                }
            }
        }
        Arrays.sort(snaps, 0, snapCount);
        snapStart = new int[segments + 1];
        for (int k = 0; k < snapCount; k++) {
            snapStart[(int) (snaps[k] >> 32) + 1]++;
        }
        for (int s = 0; s < segments; s++) {
            snapStart[s + 1] += snapStart[s];
        }
    }

    /** True when a line passes through a square, its left and lower edges included, its right and upper ones not. */
    private boolean passes(int i, int px, int py) {
        double x0 = x[i];
        double y0 = y[i];
        double x1 = x[i + 1];
        double y1 = y[i + 1];
        double left = px - 0.5;
        double right = px + 0.5;
        double low = py - 0.5;
        double high = py + 0.5;
        if (Math.min(x0, x1) >= right
                || Math.max(x0, x1) < left
                || Math.min(y0, y1) >= high
                || Math.max(y0, y1) < low) {
            return false;
        }
        if (x0 == x1 || y0 == y1) {
            return true;
        }
        boolean rising = x0 < x1 == y0 < y1;
        double leftLow = side(i, left, low);
        double rightLow = side(i, right, low);
        double leftHigh = side(i, left, high);
        double rightHigh = side(i, right, high);
        if (leftLow == 0) {
            return true;
        }
        // Through one of the other corners it passes the square only when it also passes its inside.
        if (rising) {
            return leftHigh != 0 && rightLow != 0 && leftHigh > 0 != rightLow > 0;
        }
        return leftLow > 0 != rightHigh > 0 && rightHigh != 0;
    }

    private List<SegmentString> cut() {
        List<SegmentString> parts = new ArrayList<>(strings.size());
        int[] chain = new int[64];
        boolean[] ends = new boolean[64];
        int s = 0;
        int first = 0;
        for (SegmentString string : strings) {
            int next = first + string.size();
            int size = 0;
            for (int k = first; k < next; k++) {
                boolean looked = s < segments && k > first && segment[s] == k - 1;
                int more = 1;
                if (looked) {
                    more += snapStart[s + 1] - snapStart[s];
                }
                if (size + more > chain.length) {
                    chain = Arrays.copyOf(chain, 2 * (size + more));
                    ends = Arrays.copyOf(ends, 2 * (size + more));
                }
                if (looked) {
                    size = between(s, chain, ends, size);
                    s++;
                }
                if (size == 0 || chain[size - 1] != pixelOf[k]) {
                    chain[size] = pixelOf[k];
                    ends[size++] = pixels.isNode(pixelOf[k]);
                }
            }
            divide(chain, ends, size, string.getData(), parts);
            first = next;
        }
        return parts;
    }

    /** Adds the squares a line passes, in the order it passes them. */
    private int between(int s, int[] chain, boolean[] ends, int from) {
        int size = from;
        int i = segment[s];
        double dx = x[i + 1] - x[i];
        double dy = y[i + 1] - y[i];
        for (int k = snapStart[s]; k < snapStart[s + 1]; k++) {
            int pixel = (int) snaps[k];
            int at = size;
            while (at > from && before(pixel, chain[at - 1], dx, dy)) {
                chain[at] = chain[at - 1];
                at--;
            }
            chain[at] = pixel;
            ends[size++] = true;
        }
        return size;
    }

    private boolean before(int one, int other, double dx, double dy) {
        double byX = (pixels.x(one) - pixels.x(other)) * Math.signum(dx);
        double byY = (pixels.y(one) - pixels.y(other)) * Math.signum(dy);
        if (Math.abs(dx) >= Math.abs(dy)) {
            return byX < 0 || byX == 0 && byY < 0;
        }
        return byY < 0 || byY == 0 && byX < 0;
    }

    private void divide(
            int[] chain,
            boolean[] ends,
            int size,
            @org.jspecify.annotations.Nullable Object source,
            List<SegmentString> parts) {
        for (int k = 1; k + 1 < size; k++) {
            // A line that runs back over itself is cut where it turns.
            ends[k] |= chain[k - 1] == chain[k + 1];
        }
        int from = 0;
        for (int k = 1; k < size; k++) {
            if (ends[k] || k == size - 1) {
                Coordinate[] points = new Coordinate[k - from + 1];
                for (int p = from; p <= k; p++) {
                    points[p - from] =
                            new Coordinate(pixels.x(chain[p]) / Grid.PER_MM, pixels.y(chain[p]) / Grid.PER_MM);
                }
                parts.add(new BasicSegmentString(points, source));
                from = k;
            }
        }
    }
}
