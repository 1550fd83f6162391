package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.geometry.Grid;

/**
 * The page as a raster that knows which region is seen at each place. No two regions are seen at the same place, so one
 * number per cell says it all; and moves between objects need no finer answer than half a thread.
 */
final class Ground {

    /** Nothing is sewn here. */
    static final int BARE = -1;

    /** Half a thread. */
    private static final double CELL_MM = 0.2;

    /** Larger designs get coarser cells, so that memory and time stay bounded. */
    private static final int MOST_CELLS = 1 << 20;

    /** Bare cells around it all, so that neighbours of cells in use always exist. */
    private static final int MARGIN = 4;

    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int lines;
    private final int[] owner;

    /** Runs of cells of one region, line by line: the first and the one after the last of each, in turn. */
    private int[] runs = {};

    /** The number of each line's first run, and of the one after all. */
    private final int[] firstRun;

    private Ground(Envelope box) {
        cell = Math.max(CELL_MM, Math.sqrt(box.getWidth() * box.getHeight() / MOST_CELLS));
        left = box.getMinX() - MARGIN * cell;
        top = box.getMinY() - MARGIN * cell;
        columns = (int) (box.getWidth() / cell) + 2 * MARGIN + 1;
        lines = (int) (box.getHeight() / cell) + 2 * MARGIN + 1;
        owner = new int[columns * lines];
        Arrays.fill(owner, BARE);
        firstRun = new int[lines + 1];
    }

    /** The ground of these regions, at least one of which is not empty. */
    static Ground of(List<Region> regions) {
        Envelope box = new Envelope();
        for (Region region : regions) {
            box.expandToInclude(region.visible().getEnvelopeInternal());
        }
        Ground ground = new Ground(box);
        for (int i = 0; i < regions.size(); i++) {
            int region = i;
            ground.runsWithin(regions.get(i).visible(), (from, to) -> Arrays.fill(ground.owner, from, to, region));
        }
        ground.gatherRuns();
        return ground;
    }

    private void gatherRuns() {
        int[] ends = new int[256];
        int count = 0;
        for (int line = 0; line < lines; line++) {
            firstRun[line] = count / 2;
            int end = (line + 1) * columns;
            for (int from = line * columns; from < end; ) {
                int region = owner[from];
                int to = from + 1;
                while (to < end && owner[to] == region) {
                    to++;
                }
                if (region != BARE) {
                    ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
                    ends[count++] = from;
                    ends[count++] = to;
                }
                from = to;
            }
        }
        firstRun[lines] = count / 2;
        runs = Arrays.copyOf(ends, count);
    }

    /** Some cells that lie side by side. */
    interface RunVisitor {

        /** Takes the cells from one to, but not including, another. */
        void accept(int from, int to);
    }

    /** The number of the first run of cells of one region in a line; for the line after the last, that of all runs. */
    int firstRun(int line) {
        return firstRun[line];
    }

    /** The first cell of a run. */
    int runFrom(int run) {
        return runs[2 * run];
    }

    /** The cell after the last of a run. */
    int runTo(int run) {
        return runs[2 * run + 1];
    }

    int cells() {
        return owner.length;
    }

    int columns() {
        return columns;
    }

    int lines() {
        return lines;
    }

    double cellMm() {
        return cell;
    }

    /** Number of the region seen in a cell, or {@link #BARE}. */
    int owner(int at) {
        return owner[at];
    }

    /** The cell of a page point, or of the nearest place on the raster. */
    int at(double x, double y) {
        int column = (int) ((x - left) / cell);
        int line = (int) ((y - top) / cell);
        return Math.max(MARGIN, Math.min(lines - 1 - MARGIN, line)) * columns
                + Math.max(MARGIN, Math.min(columns - 1 - MARGIN, column));
    }

    /** Middle of a cell. */
    double x(int at) {
        return left + (at % columns + 0.5) * cell;
    }

    /** Middle of a cell. */
    double y(int at) {
        return top + (at / columns + 0.5) * cell;
    }

    /** Visits the cells whose middle lies within an area, line by line, in each polygon. */
    void runsWithin(Geometry area, RunVisitor visit) {
        for (Polygon polygon : Grid.polygons(area, 0)) {
            long[] crossings = crossings(polygon);
            for (int i = 0; i + 1 < crossings.length; i += 2) {
                int line = (int) (crossings[i] >> 32);
                int from = column((int) crossings[i]);
                int to = column((int) crossings[i + 1]);
                if (from < to) {
                    visit.accept(line * columns + from, line * columns + to);
                }
            }
        }
    }

    /** First column whose middle lies at or beyond a place in 1/1024 columns. */
    private int column(int fine) {
        return Math.max(0, Math.min(columns, (fine + 511) >> 10));
    }

    /** Where the outline crosses the middles of lines, sorted: the line in the high half, the place in the low. */
    private long[] crossings(Polygon polygon) {
        long[] found = new long[256];
        int count = 0;
        for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
            LinearRing ring = r < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r);
            CoordinateSequence points = ring.getCoordinateSequence();
            for (int i = 1; i < points.size(); i++) {
                double x0 = (points.getX(i - 1) - left) / cell;
                double y0 = (points.getY(i - 1) - top) / cell - 0.5;
                double x1 = (points.getX(i) - left) / cell;
                double y1 = (points.getY(i) - top) / cell - 0.5;
                int from = (int) Math.max(0, Math.ceil(Math.min(y0, y1)));
                int to = (int) Math.min(lines, Math.ceil(Math.max(y0, y1)));
                for (int line = from; line < to; line++) {
                    double x = x0 + (line - y0) / (y1 - y0) * (x1 - x0);
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = (long) line << 32 | (int) Math.max(0, Math.rint(x * 1024));
                }
            }
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
