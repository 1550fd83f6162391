package org.stitchery.digitizer.check;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.geometry.PaintedPiece;

/**
 * Which piece is seen where, found without any of the geometry that the stitches come from: the pieces are painted on
 * cells, the highest first, and each cell keeps the first that comes. Cells taken are skipped in one step (union-find
 * along each row), so that ten thousand layers cost no more than one.
 */
final class SeenCells {

    /** Of a piece that its cells show worse than this, cells that its outline passes belong to it too: hairlines. */
    private static final double WELL_SHOWN = 0.75;

    private final CellGrid grid;
    private final int[] piece;
    private final int[] next;
    private final int[] cellsOf;

    private SeenCells(CellGrid grid, int pieces) {
        this.grid = grid;
        piece = new int[grid.cells()];
        Arrays.fill(piece, -1);
        next = new int[grid.rows() * (grid.columns() + 1)];
        for (int i = 0; i < next.length; i++) {
            next[i] = i;
        }
        cellsOf = new int[pieces];
    }

    static SeenCells of(List<PaintedPiece> pieces, Runnable betweenPieces) {
        Envelope box = new Envelope();
        for (PaintedPiece one : pieces) {
            box.expandToInclude(one.area().getEnvelopeInternal());
        }
        SeenCells seen = new SeenCells(CellGrid.over(box), pieces.size());
        AreaScan scan = new AreaScan(seen.grid);
        for (int i = pieces.size() - 1; i >= 0; i--) {
            betweenPieces.run();
            seen.paint(i, pieces.get(i).area(), scan);
        }
        return seen;
    }

    CellGrid grid() {
        return grid;
    }

    /** The piece seen in a cell, -1 for none. */
    int pieceAt(int cell) {
        return piece[cell];
    }

    /** Cells in which a piece is seen. */
    int cellsOf(int index) {
        return cellsOf[index];
    }

    private void paint(int index, Geometry area, AreaScan scan) {
        int[] centres = new int[1];
        scan.scan(area, (row, from, to) -> {
            centres[0] += to - from;
            take(index, row, from, to);
        });
        double shown = centres[0] * grid.cellMm() * grid.cellMm();
        if (shown < WELL_SHOWN * area.getArea() || area.getArea() < area.getLength() * grid.cellMm() / 2) {
            for (int i = 0; i < area.getNumGeometries(); i++) {
                if (area.getGeometryN(i) instanceof Polygon polygon) {
                    trace(index, polygon.getExteriorRing());
                    for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                        trace(index, polygon.getInteriorRingN(hole));
                    }
                }
            }
        }
    }

    private void take(int index, int row, int from, int to) {
        int rowStart = row * (grid.columns() + 1);
        int end = rowStart + to;
        for (int at = free(rowStart + from); at < end; at = free(at)) {
            piece[at - row] = index;
            cellsOf[index]++;
            next[at] = at + 1;
        }
    }

    /** The first free cell from here on; the one behind a row's last is always free. */
    private int free(int from) {
        int root = from;
        while (next[root] != root) {
            root = next[root];
        }
        int at = from;
        while (next[at] != root && next[at] != at) {
            int after = next[at];
            next[at] = root;
            at = after;
        }
        return root;
    }

    private void trace(int index, LineString ring) {
        CoordinateSequence points = ring.getCoordinateSequence();
        Coordinate a = new Coordinate();
        Coordinate b = new Coordinate();
        for (int i = 1; i < points.size(); i++) {
            points.getCoordinate(i - 1, a);
            points.getCoordinate(i, b);
            int steps = (int) Math.max(1, Math.ceil(a.distance(b) / grid.cellMm()));
            for (int s = 0; s < steps; s++) {
                double t = (s + 0.5) / steps;
                int column = grid.at(a.x + (b.x - a.x) * t - grid.minX(), grid.columns());
                int row = grid.at(a.y + (b.y - a.y) * t - grid.minY(), grid.rows());
                take(index, row, column, column + 1);
            }
        }
    }
}
