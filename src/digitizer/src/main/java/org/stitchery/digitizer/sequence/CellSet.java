package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/** Some cells of a raster, 64 of one line in a word. */
final class CellSet {

    private final int columns;
    private final int lines;
    private final int stride;
    private final long[] words;

    CellSet(int columns, int lines) {
        this(columns, lines, new long[(columns + 63) / 64 * lines]);
    }

    private CellSet(int columns, int lines, long[] words) {
        this.columns = columns;
        this.lines = lines;
        stride = (columns + 63) / 64;
        this.words = words;
    }

    int columns() {
        return columns;
    }

    int lines() {
        return lines;
    }

    void add(int line, int column) {
        words[line * stride + (column >> 6)] |= 1L << column;
    }

    /** Adds the cells of a line from one column to, but not including, another. */
    void addRun(int line, int from, int to) {
        int first = line * stride + (from >> 6);
        int last = line * stride + (to - 1 >> 6);
        long fromHere = -1L << from;
        long upToHere = -1L >>> -to;
        if (first == last) {
            words[first] |= fromHere & upToHere;
            return;
        }
        words[first] |= fromHere;
        Arrays.fill(words, first + 1, last, -1L);
        words[last] |= upToHere;
    }

    /** The first column from one on that is in the set, or is not; the number of columns when there is none. */
    int next(int line, int from, boolean in) {
        int column = from;
        while (column < columns) {
            long word = words[line * stride + (column >> 6)];
            long left = (in ? word : ~word) >>> column;
            if (left != 0) {
                return Math.min(columns, column + Long.numberOfTrailingZeros(left));
            }
            column = (column | 63) + 1;
        }
        return columns;
    }

    /** All cells of the raster that are not in the set. */
    CellSet others() {
        long[] others = new long[words.length];
        for (int line = 0; line < lines; line++) {
            for (int k = 0; k < stride; k++) {
                int left = columns - 64 * k;
                others[line * stride + k] = ~words[line * stride + k] & (left >= 64 ? -1 : (1L << left) - 1);
            }
        }
        return new CellSet(columns, lines, others);
    }

    /** The cells in both sets. */
    CellSet common(CellSet other) {
        long[] common = words.clone();
        for (int k = 0; k < common.length; k++) {
            common[k] &= other.words[k];
        }
        return new CellSet(columns, lines, common);
    }

    /** The cells that are not in the other set. */
    CellSet without(CellSet other) {
        long[] left = words.clone();
        for (int k = 0; k < left.length; k++) {
            left[k] &= ~other.words[k];
        }
        return new CellSet(columns, lines, left);
    }

    /** All cells no more than so many lines and columns away from one of these. */
    CellSet grown(int reach) {
        long[] wide = words.clone();
        for (int r = 0; r < reach; r++) {
            for (int line = 0; line < lines; line++) {
                int end = (line + 1) * stride;
                long before = 0;
                for (int k = line * stride; k < end; k++) {
                    long word = wide[k];
                    long after = k + 1 < end ? wide[k + 1] : 0;
                    wide[k] = word | word << 1 | before >>> 63 | word >>> 1 | after << 63;
                    before = word;
                }
            }
        }
        long[] high = wide.clone();
        for (int r = 1; r <= reach; r++) {
            int shift = r * stride;
            for (int k = shift; k < wide.length; k++) {
                high[k] |= wide[k - shift];
                high[k - shift] |= wide[k];
            }
        }
        return new CellSet(columns, lines, high);
    }
}
