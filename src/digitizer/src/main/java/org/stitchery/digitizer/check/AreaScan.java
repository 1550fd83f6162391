package org.stitchery.digitizer.check;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * An area as spans of cells, row by row: a cell belongs to it when its centre does. All outlines are intersected with
 * the rows' middle lines, and inside is between the first and second crossing, the third and fourth, and so on. Costs as
 * much as the outline is long, however large the area is.
 */
final class AreaScan {

    private final CellGrid grid;
    private int[] starts = new int[0];
    private double[] crossings = new double[0];
    private int firstRow;
    private int rows;

    AreaScan(CellGrid grid) {
        this.grid = grid;
    }

    /** Receives the cells from the first to before the last of one row. */
    interface Spans {
        void span(int row, int fromColumn, int toColumn);
    }

    void scan(Geometry area, Spans spans) {
        firstRow = grid.firstCentreFrom(area.getEnvelopeInternal().getMinY() - grid.minY(), grid.rows());
        rows = grid.firstCentreFrom(area.getEnvelopeInternal().getMaxY() - grid.minY(), grid.rows()) - firstRow;
        if (rows <= 0) {
            return;
        }
        starts = starts.length <= rows ? new int[rows + 1] : starts;
        Arrays.fill(starts, 0, rows + 1, 0);
        rings(area, true);
        for (int r = 0; r < rows; r++) {
            starts[r + 1] += starts[r];
        }
        int count = starts[rows];
        crossings = crossings.length < count ? new double[count] : crossings;
        rings(area, false);
        for (int r = 0; r < rows; r++) {
            // Filling has moved the start of each row to the start of the next one.
            int from = r == 0 ? 0 : starts[r - 1];
            int to = starts[r];
            Arrays.sort(crossings, from, to);
            for (int i = from; i + 1 < to; i += 2) {
                int first = grid.firstCentreFrom(crossings[i] - grid.minX(), grid.columns());
                int last = grid.firstCentreFrom(crossings[i + 1] - grid.minX(), grid.columns());
                if (first < last) {
                    spans.span(firstRow + r, first, last);
                }
            }
        }
    }

    private void rings(Geometry area, boolean counting) {
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                ring(polygon.getExteriorRing(), counting);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(polygon.getInteriorRingN(hole), counting);
                }
            }
        }
    }

    private void ring(LinearRing ring, boolean counting) {
        CoordinateSequence points = ring.getCoordinateSequence();
        for (int i = 1; i < points.size(); i++) {
            edge(points.getX(i - 1), points.getY(i - 1), points.getX(i), points.getY(i), counting);
        }
    }

    private void edge(double ax, double ay, double bx, double by, boolean counting) {
        double low = Math.min(ay, by) - grid.minY();
        double high = Math.max(ay, by) - grid.minY();
        int from = grid.firstCentreFrom(low, grid.rows()) - firstRow;
        int to = grid.firstCentreFrom(high, grid.rows()) - firstRow;
        for (int row = from; row < to; row++) {
            if (counting) {
                starts[row + 1]++;
            } else {
                double y = grid.y(firstRow + row);
                crossings[starts[row]++] = ax + (bx - ax) * ((y - ay) / (by - ay));
            }
        }
    }
}
