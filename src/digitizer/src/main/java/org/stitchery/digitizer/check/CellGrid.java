package org.stitchery.digitizer.check;

import org.locationtech.jts.geom.Envelope;

/**
 * Square cells over a part of the page.
 *
 * @param minX left edge, page millimetres
 * @param minY upper edge
 * @param cellMm side of a cell
 */
record CellGrid(double minX, double minY, double cellMm, int columns, int rows) {

    /** Half a thread: nothing finer can be told apart on cloth. */
    private static final double FINEST_MM = 0.2;

    /** A square of 280 mm at the finest; larger designs get larger cells, so that time and memory stay bounded. */
    private static final double MOST_CELLS = 2e6;

    static CellGrid over(Envelope box) {
        double cellMm = Math.max(FINEST_MM, Math.sqrt(box.getArea() / MOST_CELLS));
        cellMm = Math.max(cellMm, (box.getWidth() + box.getHeight()) / (MOST_CELLS / 2));
        return new CellGrid(
                box.getMinX(),
                box.getMinY(),
                cellMm,
                (int) Math.ceil(box.getWidth() / cellMm) + 1,
                (int) Math.ceil(box.getHeight() / cellMm) + 1);
    }

    int cells() {
        return columns * rows;
    }

    double x(int column) {
        return minX + (column + 0.5) * cellMm;
    }

    double y(int row) {
        return minY + (row + 0.5) * cellMm;
    }

    /** The first row or column of so many whose centre is not before a distance from the edge. */
    int firstCentreFrom(double mm, int most) {
        return Math.max(0, Math.min(most, (int) Math.ceil(mm / cellMm - 0.5)));
    }

    /** The row or column a distance from the edge lies in, the nearest one outside. */
    int at(double mm, int most) {
        return Math.max(0, Math.min(most - 1, (int) Math.floor(mm / cellMm)));
    }
}
