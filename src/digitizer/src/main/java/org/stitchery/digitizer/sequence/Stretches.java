package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * What hangs together on a raster, over edges or corners: runs of cells line by line, joined with the runs they touch in
 * the line before (Rosenfeld and Pfaltz 1966). Immutable.
 */
final class Stretches {

    private final int[] run;
    private final int[] stretch;
    private final int count;

    /** Of these cells. The outermost lines and columns of the raster must be empty. */
    Stretches(CellSet cells) {
        int columns = cells.columns();
        run = new int[columns * cells.lines()];
        Arrays.fill(run, -1);
        int[] joined = new int[256];
        int runs = 0;
        for (int line = 1; line < cells.lines(); line++) {
            int from = cells.next(line, 0, true);
            while (from < columns) {
                int to = cells.next(line, from, false);
                if (runs == joined.length) {
                    joined = Arrays.copyOf(joined, 2 * runs);
                }
                joined[runs] = runs;
                Arrays.fill(run, line * columns + from, line * columns + to, runs);
                int last = -1;
                for (int above = (line - 1) * columns + from - 1; above <= (line - 1) * columns + to; above++) {
                    if (run[above] >= 0 && run[above] != last) {
                        last = run[above];
                        int a = root(joined, last);
                        int b = root(joined, runs);
                        joined[Math.max(a, b)] = Math.min(a, b);
                    }
                }
                runs++;
                from = cells.next(line, to, true);
            }
        }
        stretch = new int[runs];
        int number = 0;
        for (int r = 0; r < runs; r++) {
            int root = root(joined, r);
            stretch[r] = root == r ? number++ : stretch[root];
        }
        count = number;
    }

    private static int root(int[] joined, int run) {
        int at = run;
        while (joined[at] != at) {
            joined[at] = joined[joined[at]];
            at = joined[at];
        }
        return at;
    }

    /** Number of the stretch a cell is part of, -1 for none. */
    int of(int at) {
        return run[at] < 0 ? -1 : stretch[run[at]];
    }

    int count() {
        return count;
    }
}
