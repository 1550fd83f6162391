package org.stitchery.digitizer.stitch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which threads reach into a square millimetre of the page. Few squares are ever asked for, so a square's list is made
 * when it is: from the threads in the tile around it, into which all are sorted by counting first.
 */
final class ThreadsNear {

    private static final double HALF_THREAD_MM = 0.2;

    /** How far apart the places are at which a thread is looked at. */
    private static final double STEP_MM = 0.25;

    /** Squares along a tile's side, as a power of two: a tile as long as a stitch. */
    private static final int TILE_BITS = 2;

    private final double[] x;
    private final double[] y;
    private final int[] from;
    private final int left;
    private final int top;
    private final int columns;
    private final int tileColumns;
    private final int[] tileStart;
    private final int[] inTile;
    private final int[] @Nullable [] near;
    private final int[] count;

    /**
     * @param from where the thread begins that ends at a point, -1 for none; other arrays later change, this not
     * @param left column of the first square, page millimetres
     * @param top line of the first square; no thread is nearer than a millimetre to the border of all squares
     */
    ThreadsNear(double[] x, double[] y, int[] from, int left, int top, int columns, int lines) {
        this.x = x;
        this.y = y;
        this.from = from;
        this.left = left;
        this.top = top;
        this.columns = columns;
        near = new int[columns * lines][];
        count = new int[columns * lines];
        tileColumns = (columns >> TILE_BITS) + 1;
        int tiles = tileColumns * ((lines >> TILE_BITS) + 1);
        tileStart = new int[tiles + 1];
        for (int i = 0; i < from.length; i++) {
            enter(i, tileStart, null);
        }
        for (int t = 0; t < tiles; t++) {
            tileStart[t + 1] += tileStart[t];
        }
        inTile = new int[tileStart[tiles]];
        int[] next = Arrays.copyOf(tileStart, tiles);
        for (int i = 0; i < from.length; i++) {
            enter(i, next, inTile);
        }
    }

    /** Counts a thread in the tiles its box touches, or writes it there. */
    private void enter(int i, int[] counts, int @Nullable [] members) {
        int a = from[i];
        if (a < 0) {
            return;
        }
        int lastLine = line(Math.max(y[a], y[i]) + HALF_THREAD_MM) >> TILE_BITS;
        int lastColumn = column(Math.max(x[a], x[i]) + HALF_THREAD_MM) >> TILE_BITS;
        for (int l = line(Math.min(y[a], y[i]) - HALF_THREAD_MM) >> TILE_BITS; l <= lastLine; l++) {
            for (int c = column(Math.min(x[a], x[i]) - HALF_THREAD_MM) >> TILE_BITS; c <= lastColumn; c++) {
                int tile = l * tileColumns + c;
                if (members == null) {
                    counts[tile + 1]++;
                } else {
                    members[counts[tile]++] = i;
                }
            }
        }
    }

    private int column(double px) {
        return (int) Math.floor(px) - left;
    }

    private int line(double py) {
        return (int) Math.floor(py) - top;
    }

    /** The points where threads end that reach into a square: the first {@link #count} of the array. */
    int[] in(int square) {
        int[] known = near[square];
        return known == null ? found(square) : known;
    }

    /** How many of what {@link #in} gave. */
    int count(int square) {
        return count[square];
    }

    private int[] found(int square) {
        int line = square / columns;
        int column = square % columns;
        int tile = (line >> TILE_BITS) * tileColumns + (column >> TILE_BITS);
        int[] list = new int[16];
        int n = 0;
        for (int k = tileStart[tile]; k < tileStart[tile + 1]; k++) {
            int i = inTile[k];
            if (reaches(from[i], i, column, line)) {
                list = n == list.length ? Arrays.copyOf(list, 2 * n) : list;
                list[n++] = i;
            }
        }
        near[square] = list;
        count[square] = n;
        return list;
    }

    /** Takes in a thread that was not there before. */
    void add(int a, int b) {
        int lastLine = line(Math.max(y[a], y[b]) + HALF_THREAD_MM);
        int lastColumn = column(Math.max(x[a], x[b]) + HALF_THREAD_MM);
        for (int l = line(Math.min(y[a], y[b]) - HALF_THREAD_MM); l <= lastLine; l++) {
            for (int c = column(Math.min(x[a], x[b]) - HALF_THREAD_MM); c <= lastColumn; c++) {
                if (reaches(a, b, c, l)) {
                    int square = l * columns + c;
                    int[] list = in(square);
                    if (count[square] == list.length) {
                        list = Arrays.copyOf(list, 2 * list.length);
                        near[square] = list;
                    }
                    list[count[square]++] = b;
                }
            }
        }
    }

    private boolean reaches(int a, int b, int column, int line) {
        double minX = left + column - HALF_THREAD_MM;
        double minY = top + line - HALF_THREAD_MM;
        double maxX = left + column + 1 + HALF_THREAD_MM;
        double maxY = top + line + 1 + HALF_THREAD_MM;
        if (Math.max(x[a], x[b]) < minX
                || Math.min(x[a], x[b]) > maxX
                || Math.max(y[a], y[b]) < minY
                || Math.min(y[a], y[b]) > maxY) {
            return false;
        }
        double dx = x[b] - x[a];
        double dy = y[b] - y[a];
        int parts = (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP_MM));
        for (int p = 0; p <= parts; p++) {
            double px = x[a] + dx * p / parts;
            double py = y[a] + dy * p / parts;
            if (px >= minX && px < maxX && py >= minY && py < maxY) {
                return true;
            }
        }
        return false;
    }
}
