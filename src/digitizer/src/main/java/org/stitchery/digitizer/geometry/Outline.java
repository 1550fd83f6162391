package org.stitchery.digitizer.geometry;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The outline of an area, sorted into square cells so that a ray finds where it leaves the area by looking only at the
 * segments along its way (Amanatides and Woo 1987, "A fast voxel traversal algorithm for ray tracing").
 */
public final class Outline {

    private static final int MOST_CELLS = 1 << 20;

    private final double[] x0;
    private final double[] y0;
    private final double[] x1;
    private final double[] y1;
    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int lines;
    private final int[] start;
    private final int[] members;

    public Outline(Geometry area) {
        List<Polygon> polygons = Grid.polygons(area, 0);
        int n = 0;
        for (Polygon polygon : polygons) {
            n += polygon.getNumPoints() - 1 - polygon.getNumInteriorRing();
        }
        x0 = new double[n];
        y0 = new double[n];
        x1 = new double[n];
        y1 = new double[n];
        int k = 0;
        for (Polygon polygon : polygons) {
            k = take(polygon.getExteriorRing(), k);
            for (int r = 0; r < polygon.getNumInteriorRing(); r++) {
                k = take(polygon.getInteriorRingN(r), k);
            }
        }
        Envelope box = area.getEnvelopeInternal();
        left = box.getMinX();
        top = box.getMinY();
        double width = Math.max(box.getWidth(), 1e-3);
        double height = Math.max(box.getHeight(), 1e-3);
        double wanted = Math.sqrt(width * height / Math.max(1, n));
        cell = Math.max(Math.max(0.25, wanted), Math.sqrt(width * height / MOST_CELLS));
        columns = (int) (width / cell) + 1;
        lines = (int) (height / cell) + 1;
        start = new int[columns * lines + 1];
        for (int i = 0; i < n; i++) {
            mark(i, null);
        }
        for (int c = 0; c < columns * lines; c++) {
            start[c + 1] += start[c];
        }
        members = new int[start[columns * lines]];
        int[] next = Arrays.copyOf(start, columns * lines);
        for (int i = 0; i < n; i++) {
            mark(i, next);
        }
    }

    /** The outline of a single ring that may cross itself; inside is where it is wound an odd number of times. */
    public static Outline ofRing(double[] xy) {
        Coordinate[] points = new Coordinate[xy.length / 2 + 1];
        for (int i = 0; i < points.length; i++) {
            int k = 2 * i % xy.length;
            points[i] = new Coordinate(xy[k], xy[k + 1]);
        }
        return new Outline(Grid.FACTORY.createPolygon(points));
    }

    private int take(LinearRing ring, int from) {
        CoordinateSequence points = ring.getCoordinateSequence();
        int k = from;
        for (int i = 1; i < points.size(); i++) {
            x0[k] = points.getX(i - 1);
            y0[k] = points.getY(i - 1);
            x1[k] = points.getX(i);
            y1[k] = points.getY(i);
            k++;
        }
        return k;
    }

    /** Counts a segment in all cells of its box, or enters it there. */
    private void mark(int i, int @org.jspecify.annotations.Nullable [] next) {
        int a = column(Math.min(x0[i], x1[i]));
        int b = column(Math.max(x0[i], x1[i]));
        int c = line(Math.min(y0[i], y1[i]));
        int d = line(Math.max(y0[i], y1[i]));
        for (int l = c; l <= d; l++) {
            for (int m = a; m <= b; m++) {
                int at = l * columns + m;
                if (next == null) {
                    start[at + 1]++;
                } else {
                    members[next[at]++] = i;
                }
            }
        }
    }

    private int column(double x) {
        return Math.max(0, Math.min(columns - 1, (int) ((x - left) / cell)));
    }

    private int line(double y) {
        return Math.max(0, Math.min(lines - 1, (int) ((y - top) / cell)));
    }

    /** True when the point lies inside; on the outline either way. */
    public boolean contains(double x, double y) {
        boolean inside = false;
        int l = (int) Math.floor((y - top) / cell);
        if (l < 0 || l >= lines) {
            return false;
        }
        for (int m = Math.max(0, (int) Math.floor((x - left) / cell)); m < columns; m++) {
            int at = l * columns + m;
            for (int k = start[at]; k < start[at + 1]; k++) {
                int i = members[k];
                if ((y0[i] <= y) != (y1[i] <= y)) {
                    double crossing = x0[i] + (y - y0[i]) / (y1[i] - y0[i]) * (x1[i] - x0[i]);
                    // Each crossing counts once, in the cell it lies in.
                    if (crossing > x && column(crossing) == m) {
                        inside = !inside;
                    }
                }
            }
        }
        return inside;
    }

    /**
     * How far a ray goes before it meets the outline.
     *
     * @param dx direction, of length 1 together with {@code dy}
     * @param most where to stop looking
     * @return the distance, or {@code most} when nothing is met before
     */
    public double reach(double x, double y, double dx, double dy, double most) {
        double best = most;
        double endX = x + dx * most;
        double endY = y + dy * most;
        if (Math.max(x, endX) < left
                || Math.min(x, endX) > left + columns * cell
                || Math.max(y, endY) < top
                || Math.min(y, endY) > top + lines * cell) {
            return best;
        }
        int m = (int) Math.floor((x - left) / cell);
        int l = (int) Math.floor((y - top) / cell);
        int stepM = dx > 0 ? 1 : -1;
        int stepL = dy > 0 ? 1 : -1;
        double nextM = dx == 0 ? Double.POSITIVE_INFINITY : (left + (m + (dx > 0 ? 1 : 0)) * cell - x) / dx;
        double nextL = dy == 0 ? Double.POSITIVE_INFINITY : (top + (l + (dy > 0 ? 1 : 0)) * cell - y) / dy;
        double acrossM = dx == 0 ? Double.POSITIVE_INFINITY : cell / Math.abs(dx);
        double acrossL = dy == 0 ? Double.POSITIVE_INFINITY : cell / Math.abs(dy);
        double entered = 0;
        while (entered <= best) {
            if (m >= 0 && m < columns && l >= 0 && l < lines) {
                int at = l * columns + m;
                for (int k = start[at]; k < start[at + 1]; k++) {
                    best = Math.min(best, meeting(members[k], x, y, dx, dy));
                }
            }
            if (nextM < nextL) {
                entered = nextM;
                nextM += acrossM;
                m += stepM;
            } else {
                entered = nextL;
                nextL += acrossL;
                l += stepL;
            }
        }
        return best;
    }

    private double meeting(int i, double x, double y, double dx, double dy) {
        double ex = x1[i] - x0[i];
        double ey = y1[i] - y0[i];
        double across = dx * ey - dy * ex;
        if (across == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double t = ((x0[i] - x) * ey - (y0[i] - y) * ex) / across;
        double s = ((x0[i] - x) * dy - (y0[i] - y) * dx) / across;
        return t > 1e-9 && s >= 0 && s <= 1 ? t : Double.POSITIVE_INFINITY;
    }
}
