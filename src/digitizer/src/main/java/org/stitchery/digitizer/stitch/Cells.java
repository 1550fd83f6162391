package org.stitchery.digitizer.stitch;

import java.util.Arrays;

/**
 * Rows gathered into cells: stretches of rows that lie one under the other with nothing beside them, so that a cell can
 * be sewn from one end to the other going to and fro (boustrophedon decomposition; Choset and Pignon 1998, "Coverage path
 * planning: the boustrophedon cellular decomposition"). Cells touch where the outline splits or joins rows.
 *
 * <p>End 0 of a cell is its lowest row number, end 1 its highest.
 */
final class Cells {

    private final Rows rows;
    private final int[] cellOf;
    private final int[] above;
    private final int[] below;
    private final int[] firstOf;
    private final int[] lastOf;
    private final int[][] links;
    private final int count;

    Cells(Rows rows) {
        this.rows = rows;
        int n = rows.intervals();
        int[] upCount = new int[n];
        int[] downCount = new int[n];
        above = new int[n];
        below = new int[n];
        Arrays.fill(above, -1);
        Arrays.fill(below, -1);
        long[] pairs = new long[Math.max(16, n)];
        int pairCount = 0;
        for (int k = 0; k + 1 < rows.rows(); k++) {
            int i = rows.start(k);
            int j = rows.start(k + 1);
            int iEnd = rows.start(k + 1);
            int jEnd = k + 2 <= rows.rows() ? rows.start(k + 2) : rows.intervals();
            while (i < iEnd && j < jEnd) {
                if (Math.max(rows.from(i), rows.from(j)) < Math.min(rows.to(i), rows.to(j))) {
                    if (pairCount == pairs.length) {
                        pairs = Arrays.copyOf(pairs, 2 * pairCount);
                    }
                    pairs[pairCount++] = (long) i << 32 | j;
                    downCount[i]++;
                    upCount[j]++;
                    below[i] = j;
                    above[j] = i;
                }
                if (rows.to(i) < rows.to(j)) {
                    i++;
                } else {
                    j++;
                }
            }
        }
        for (long pair : Tails.of(rows, pairs, pairCount)) {
            if (pairCount == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * pairCount);
            }
            pairs[pairCount++] = pair;
            int i = (int) (pair >> 32);
            int j = (int) pair;
            downCount[i]++;
            upCount[j]++;
            below[i] = j;
            above[j] = i;
        }
        // Only a lone neighbour continues the cell.
        for (int i = 0; i < n; i++) {
            if (downCount[i] != 1 || upCount[below[i]] != 1) {
                below[i] = -1;
            }
        }
        for (int j = 0; j < n; j++) {
            if (upCount[j] != 1 || downCount[above[j]] != 1) {
                above[j] = -1;
            }
        }
        cellOf = new int[n];
        int cells = 0;
        int[] firsts = new int[n];
        int[] lasts = new int[n];
        for (int i = 0; i < n; i++) {
            if (above[i] < 0) {
                int last = i;
                for (int j = i; j >= 0; j = below[j]) {
                    cellOf[j] = cells;
                    last = j;
                }
                firsts[cells] = i;
                lasts[cells] = last;
                cells++;
            }
        }
        count = cells;
        firstOf = Arrays.copyOf(firsts, cells);
        lastOf = Arrays.copyOf(lasts, cells);
        links = linked(pairs, pairCount);
    }

    /** links[2 * cell + end]: the cells beyond that end, each as 2 * cell + the end of it that touches. */
    private int[][] linked(long[] pairs, int pairCount) {
        int[] size = new int[2 * count];
        for (int p = 0; p < pairCount; p++) {
            int i = (int) (pairs[p] >> 32);
            int j = (int) pairs[p];
            if (below[i] != j) {
                size[2 * cellOf[i] + 1]++;
                size[2 * cellOf[j]]++;
            }
        }
        int[][] linked = new int[2 * count][];
        for (int e = 0; e < 2 * count; e++) {
            linked[e] = new int[size[e]];
        }
        Arrays.fill(size, 0);
        for (int p = 0; p < pairCount; p++) {
            int i = (int) (pairs[p] >> 32);
            int j = (int) pairs[p];
            if (below[i] != j) {
                int bottom = 2 * cellOf[i] + 1;
                int top = 2 * cellOf[j];
                linked[bottom][size[bottom]++] = top;
                linked[top][size[top]++] = bottom;
            }
        }
        return linked;
    }

    Rows rows() {
        return rows;
    }

    int count() {
        return count;
    }

    int cellOf(int interval) {
        return cellOf[interval];
    }

    /** The interval at an end: 2 * cell + end. */
    int intervalAt(int end) {
        return (end & 1) == 0 ? firstOf[end >> 1] : lastOf[end >> 1];
    }

    /** The ends that touch this end. */
    int[] beyond(int end) {
        return links[end];
    }

    /** The next interval of the same cell in a direction, +1 down or -1 up; -1 after the last. */
    int next(int interval, int direction) {
        return direction > 0 ? below[interval] : above[interval];
    }

    /** Rows in a cell. */
    int rowsIn(int cell) {
        return rows.row(lastOf[cell]) - rows.row(firstOf[cell]) + 1;
    }
}
