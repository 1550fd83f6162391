package org.stitchery.digitizer.stitch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.RowDirection;

/**
 * A polygon cut by parallel rows, as bare intervals.
 *
 * <p>Rows run along {@code u}, turned by an angle from the page's x axis, and lie at {@code v = first + k * spacing}.
 * Interval {@code i} reaches from {@code from(i)} to {@code to(i)}; the intervals of row {@code k} are
 * {@code start(k)} to {@code start(k + 1) - 1}, left to right. Everything sits in three arrays, filled by two passes
 * over the outline (count, then place), so that cutting costs what the crossings cost.
 */
final class Rows {

    /** Outermost rows stay this far inside, or they would cut nothing. */
    private static final double HAIR_MM = 0.03;

    private final double cos;
    private final double sin;
    private final double first;
    private final double spacing;
    private final int[] start;
    private final double[] from;
    private final double[] to;
    private final float[] fromLean;
    private final float[] toLean;
    private final int[] rowOf;

    /**
     * Cuts.
     *
     * @param cos of the angle of the rows from the x axis towards y
     * @param sin of the same
     * @param spacing distance of the rows, mm
     * @param first v of the first row that may be used; earlier ones are outside the polygon
     */
    Rows(Polygon polygon, double cos, double sin, double spacing, double first, int rows) {
        this.cos = cos;
        this.sin = sin;
        this.first = first;
        this.spacing = spacing;
        int[] count = new int[rows + 1];
        for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
            walk(ring(polygon, r), rows, count, null);
        }
        int total = 0;
        for (int k = 0; k <= rows; k++) {
            int here = count[k];
            count[k] = total;
            total += here;
        }
        Crossings crossings = new Crossings(total);
        int[] next = Arrays.copyOf(count, rows + 1);
        for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
            walk(ring(polygon, r), rows, next, crossings);
        }
        start = new int[rows + 1];
        from = new double[total / 2];
        to = new double[total / 2];
        fromLean = new float[total / 2];
        toLean = new float[total / 2];
        rowOf = new int[total / 2];
        int n = 0;
        for (int k = 0; k < rows; k++) {
            start[k] = n;
            crossings.sort(count[k], count[k + 1]);
            for (int c = count[k]; c + 1 < count[k + 1]; c += 2) {
                from[n] = crossings.u(c);
                to[n] = crossings.u(c + 1);
                fromLean[n] = crossings.lean(c);
                toLean[n] = crossings.lean(c + 1);
                rowOf[n] = k;
                n++;
            }
        }
        start[rows] = n;
    }

    /** Cuts with rows tied to the page: one of them goes through its corner. */
    static Rows tiedToPage(Polygon polygon, RowDirection direction, double spacingMm) {
        double spacing = direction.spacing(spacingMm);
        double[] span = span(polygon, direction);
        double first = Math.ceil(span[0] / spacing - 1e-9);
        int rows = (int) Math.max(0, Math.floor(span[1] / spacing + 1e-9) - first + 1);
        return new Rows(polygon, direction.cos(), direction.sin(), spacing, first * spacing, rows);
    }

    /** Cuts with rows evenly spread over a polygon: the outermost go along its very edges. */
    static Rows fitted(Polygon polygon, RowDirection direction, double spacingMm) {
        double[] span = span(polygon, direction);
        double height = Math.max(0, span[1] - span[0] - 2 * HAIR_MM);
        int gaps = (int) Math.ceil(height / spacingMm - 1e-9);
        if (gaps == 0) {
            return new Rows(polygon, direction.cos(), direction.sin(), spacingMm, (span[0] + span[1]) / 2, 1);
        }
        return new Rows(polygon, direction.cos(), direction.sin(), height / gaps, span[0] + HAIR_MM, gaps + 1);
    }

    /** The least and the greatest v of a polygon. */
    private static double[] span(Polygon polygon, RowDirection direction) {
        double cos = direction.cos();
        double sin = direction.sin();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        CoordinateSequence shell = polygon.getExteriorRing().getCoordinateSequence();
        for (int i = 0; i < shell.size(); i++) {
            double v = shell.getY(i) * cos - shell.getX(i) * sin;
            low = Math.min(low, v);
            high = Math.max(high, v);
        }
        return new double[] {low, high};
    }

    private static CoordinateSequence ring(Polygon polygon, int r) {
        return (r < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r)).getCoordinateSequence();
    }

    /** Counts the crossings per row, or places them when there is an array to place them in. */
    private void walk(CoordinateSequence ring, int rows, int[] perRow, @Nullable Crossings place) {
        int n = ring.size();
        double u0 = u(ring.getX(0), ring.getY(0));
        double v0 = v(ring.getX(0), ring.getY(0));
        for (int i = 1; i < n; i++) {
            double u1 = u(ring.getX(i), ring.getY(i));
            double v1 = v(ring.getX(i), ring.getY(i));
            // A row belongs to a segment when low <= v < high: a corner on a row counts once, or twice for a tip.
            // The division only says where to begin looking; both sides of a corner must compare the same numbers.
            double low = Math.min(v0, v1);
            double high = Math.max(v0, v1);
            int k = Math.max(0, (int) Math.floor((low - first) / spacing));
            while (k < rows && first + k * spacing < low) {
                k++;
            }
            for (; k < rows && first + k * spacing < high; k++) {
                double v = first + k * spacing;
                if (place == null) {
                    perRow[k]++;
                } else {
                    double lean = (u1 - u0) / (v1 - v0);
                    place.put(perRow[k]++, u0 + (v - v0) * lean, lean);
                }
            }
            u0 = u1;
            v0 = v1;
        }
    }

    /** Distance along the rows of a page point. */
    double u(double x, double y) {
        return x * cos + y * sin;
    }

    /** Distance across the rows of a page point. */
    double v(double x, double y) {
        return y * cos - x * sin;
    }

    double x(double u, double v) {
        return u * cos - v * sin;
    }

    double y(double u, double v) {
        return u * sin + v * cos;
    }

    double cos() {
        return cos;
    }

    double sin() {
        return sin;
    }

    double spacing() {
        return spacing;
    }

    int rows() {
        return start.length - 1;
    }

    /** All intervals of all rows. */
    int intervals() {
        return from.length;
    }

    int start(int row) {
        return start[row];
    }

    double from(int interval) {
        return from[interval];
    }

    double to(int interval) {
        return to[interval];
    }

    /** How far the outline moves along the row while going a unit across, where the interval begins; unsigned. */
    double fromLean(int interval) {
        return fromLean[interval];
    }

    /** The same where the interval ends. */
    double toLean(int interval) {
        return toLean[interval];
    }

    int row(int interval) {
        return rowOf[interval];
    }

    double v(int interval) {
        return first + rowOf[interval] * spacing;
    }

    /** The interval nearest to a point given along and across the rows; -1 when there are none. */
    int nearest(double u, double v) {
        if (from.length == 0) {
            return -1;
        }
        int wanted = (int) Math.rint((v - first) / spacing);
        int row = Math.max(0, Math.min(rows() - 1, wanted));
        int best = -1;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int away = 0; away <= rows(); away++) {
            if (away * spacing > bestCost) {
                break;
            }
            for (int side = -1; side <= 1; side += 2) {
                int k = row + side * away;
                if (k < 0 || k >= rows() || away == 0 && side > 0) {
                    continue;
                }
                for (int i = start[k]; i < start[k + 1]; i++) {
                    double aside = Math.max(0, Math.max(from[i] - u, u - to[i]));
                    double cost = aside + Math.abs(v - (first + k * spacing));
                    if (cost < bestCost) {
                        bestCost = cost;
                        best = i;
                    }
                }
            }
        }
        return best;
    }
}
