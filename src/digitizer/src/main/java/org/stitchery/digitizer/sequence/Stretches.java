package org.stitchery.digitizer.sequence;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What hangs together on a raster, over edges or corners: runs of cells line by line, joined with the runs they touch in
 * the line before (Rosenfeld and Pfaltz 1966). Immutable.
 */
final class Stretches {

    private final int[] run;
    private final int[] stretch;
    private final int count;

    /** The outermost cells must be empty. */
    Stretches(int columns, int lines, IntPredicate filled) {
        run = new int[columns * lines];
        Arrays.fill(run, -1);
        int[] joined = new int[256];
        int runs = 0;
        for (int line = 1; line < lines - 1; line++) {
            int end = (line + 1) * columns - 1;
            for (int at = line * columns + 1; at < end; at++) {
                if (!filled.test(at)) {
                    continue;
                }
                if (runs == joined.length) {
                    joined = Arrays.copyOf(joined, 2 * runs);
                }
                joined[runs] = runs;
                int last = -1;
                int above = at - 1 - columns;
                for (; at < end && filled.test(at); at++) {
                    run[at] = runs;
                }
                for (; above <= at - columns; above++) {
                    if (run[above] >= 0 && run[above] != last) {
                        last = run[above];
                        int a = root(joined, last);
                        int b = root(joined, runs);
                        joined[Math.max(a, b)] = Math.min(a, b);
                    }
                }
                runs++;
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
