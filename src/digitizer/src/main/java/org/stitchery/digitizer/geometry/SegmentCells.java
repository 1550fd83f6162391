package org.stitchery.digitizer.geometry;

import java.util.Arrays;

/** Segments sorted into square cells: each into every cell it passes, or passes within one unit of. Immutable. */
final class SegmentCells {

    /** Of units, beside a segment. */
    private static final double MARGIN = 1;

    private static final int MOST_CELLS = 1 << 21;

    private final double left;
    private final double top;
    private final double cell;
    private final int columns;
    private final int lines;
    private final int[] start;
    private final int[] members;

    /**
     * @param segment the points where segments begin; each ends at the next point
     * @param count how many of them
     */
    SegmentCells(double[] x, double[] y, int[] segment, int count) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        double reach = 0;
        for (int s = 0; s < count; s++) {
            int i = segment[s];
            minX = Math.min(minX, Math.min(x[i], x[i + 1]));
            minY = Math.min(minY, Math.min(y[i], y[i + 1]));
            maxX = Math.max(maxX, Math.max(x[i], x[i + 1]));
            maxY = Math.max(maxY, Math.max(y[i], y[i + 1]));
            reach += Math.abs(x[i + 1] - x[i]) + Math.abs(y[i + 1] - y[i]);
        }
        left = minX - 2 * MARGIN;
        top = minY - 2 * MARGIN;
        double width = maxX - minX + 4 * MARGIN;
        double height = maxY - minY + 4 * MARGIN;
        double wanted = Math.max(reach / (2.0 * count), Math.sqrt(width * height / (2.0 * count)));
        cell = Math.max(Math.max(wanted, 8 * MARGIN), Math.sqrt(width * height / MOST_CELLS));
        columns = (int) (width / cell) + 1;
        lines = (int) (height / cell) + 1;
        start = new int[columns * lines + 1];
        for (int s = 0; s < count; s++) {
            enter(x, y, segment[s], s, null);
        }
        for (int c = 0; c < columns * lines; c++) {
            start[c + 1] += start[c];
        }
        members = new int[start[columns * lines]];
        int[] next = Arrays.copyOf(start, columns * lines);
        for (int s = 0; s < count; s++) {
            enter(x, y, segment[s], s, next);
        }
    }

    private void enter(double[] x, double[] y, int i, int s, int @org.jspecify.annotations.Nullable [] next) {
        boolean rising = y[i] <= y[i + 1];
        double x0 = rising ? x[i] : x[i + 1];
        double y0 = rising ? y[i] : y[i + 1];
        double x1 = rising ? x[i + 1] : x[i];
        double y1 = rising ? y[i + 1] : y[i];
        int first = line(y0 - MARGIN);
        int last = line(y1 + MARGIN);
        double slope = y1 > y0 ? (x1 - x0) / (y1 - y0) : 0;
        for (int l = first; l <= last; l++) {
            double a = x0;
            double b = x1;
            if (first != last && y1 > y0) {
                double from = Math.max(y0, top + l * cell - 2 * MARGIN);
                double to = Math.min(y1, top + (l + 1) * cell + 2 * MARGIN);
                a = x0 + (from - y0) * slope;
                b = x0 + (to - y0) * slope;
            }
            int end = column(Math.max(a, b) + 2 * MARGIN);
            for (int m = column(Math.min(a, b) - 2 * MARGIN); m <= end; m++) {
                int at = l * columns + m;
                if (next == null) {
                    start[at + 1]++;
                } else {
                    members[next[at]++] = s;
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

    int cells() {
        return columns * lines;
    }

    /** False for a place that no segment comes near. */
    boolean hold(double x, double y) {
        return x >= left && x <= left + columns * cell && y >= top && y <= top + lines * cell;
    }

    /** The cell of a place. */
    int at(double x, double y) {
        return line(y) * columns + column(x);
    }

    /** Where a cell's members begin. */
    int start(int at) {
        return start[at];
    }

    /** A segment, as numbered when they were given. */
    int member(int k) {
        return members[k];
    }
}
