package org.stitchery.digitizer.stitch;

import java.util.Arrays;

/**
 * Ties on what rows alone would leave loose. Where an area tapers off at a slant, or its outline runs along the rows,
 * the intervals of neighbouring rows may miss each other by less than a millimetre, though the area itself goes on
 * between them. A move that short lies within what the threads cover; without it every such tail would cost a trim.
 */
final class Tails {

    /** Neighbouring rows that miss each other by no more than this hang together after all. */
    private static final double MISS_MM = 0.8;

    private final int[] group;

    private Tails(int intervals) {
        group = new int[intervals];
        for (int i = 0; i < intervals; i++) {
            group[i] = i;
        }
    }

    /**
     * The ties needed so that as much as possible hangs together.
     *
     * @param pairs the intervals that overlap their neighbours, the one in the row above in the high half
     * @return more of the same kind
     */
    static long[] of(Rows rows, long[] pairs, int pairCount) {
        Tails tails = new Tails(rows.intervals());
        for (int p = 0; p < pairCount; p++) {
            tails.join((int) (pairs[p] >> 32), (int) pairs[p]);
        }
        long[] ties = new long[8];
        int count = 0;
        for (int k = 0; k + 1 < rows.rows(); k++) {
            int first = rows.start(k + 1);
            for (int i = rows.start(k); i < rows.start(k + 1); i++) {
                while (first < rows.start(k + 2) && rows.to(first) + MISS_MM < rows.from(i)) {
                    first++;
                }
                for (int j = first; j < rows.start(k + 2) && rows.from(j) <= rows.to(i) + MISS_MM; j++) {
                    if (tails.join(i, j)) {
                        ties = count == ties.length ? Arrays.copyOf(ties, 2 * count) : ties;
                        ties[count++] = (long) i << 32 | j;
                    }
                }
            }
        }
        return Arrays.copyOf(ties, count);
    }

    /** False when both hung together already. */
    private boolean join(int i, int j) {
        int a = root(i);
        int b = root(j);
        group[Math.max(a, b)] = Math.min(a, b);
        return a != b;
    }

    private int root(int i) {
        int at = i;
        while (group[at] != at) {
            group[at] = group[group[at]];
            at = group[at];
        }
        return at;
    }
}
