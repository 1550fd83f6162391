package org.stitchery.embroidery.format.record;

import java.util.function.IntPredicate;

/**
 * Stitches stored as pairs of signed bytes, x then y. Nearly all of a file are such, so a run of them has a narrow loop of
 * its own, which gathers positions in two small arrays and hands them on together. Not thread-safe; for one file.
 */
public final class PairRun {

    /** Small enough to stay in the processor's first cache. */
    private static final int MOST = 512;

    private final int lowest;
    private final int highest;
    private final int signY;
    private final int[] xs = new int[MOST];
    private final int[] ys = new int[MOST];

    /** Whoever takes positions in. */
    @FunctionalInterface
    public interface Taker {

        /** The needle goes down at all of these places, or, where one lies out of reach, at none; then false. */
        boolean stitchesTo(int[] xs, int[] ys, int count);
    }

    /**
     * @param announces true for first bytes, 0 to 255, that are no move
     * @param up true when the file's y grows upwards
     */
    public PairRun(IntPredicate announces, boolean up) {
        int low = 0;
        while (low > Byte.MIN_VALUE && !announces.test((low - 1) & 0xFF)) {
            low--;
        }
        int high = 0;
        while (high < Byte.MAX_VALUE && !announces.test(high + 1)) {
            high++;
        }
        // Moves beyond those next to 0 are rare: they are left to whoever reads what is announced.
        lowest = low;
        highest = high;
        signY = up ? -1 : 1;
    }

    /**
     * Takes in stitches from the offset on.
     *
     * @param end behind the last pair
     * @param x where the frame is
     * @param y likewise, downwards
     * @return where something else may begin, or the end, or a pair that leads out of reach: at or before it
     */
    public int read(byte[] content, int from, int end, int x, int y, Taker taker) {
        int o = from;
        int atX = x;
        int atY = y;
        while (true) {
            int n = gather(content, o, Math.min(MOST, (end - o) / 2), atX, atY);
            if (n == 0 || !taker.stitchesTo(xs, ys, n)) {
                return o;
            }
            o += 2 * n;
            if (n < MOST) {
                return o;
            }
            atX = xs[n - 1];
            atY = ys[n - 1];
        }
    }

    /** The same for a design; what lies beyond the file is not read. */
    public int read(ByteSource file, int from, long end, DesignReading design) {
        int within = (int) Math.min(end, file.size());
        return read(file.content(), from, within, design.x(), design.y(), design::stitchesTo);
    }

    private int gather(byte[] content, int from, int most, int startX, int startY) {
        int[] toX = xs;
        int[] toY = ys;
        int low = lowest;
        int high = highest;
        int sign = signY;
        int x = startX;
        int y = startY;
        int n = 0;
        while (n < most) {
            int dx = content[from + 2 * n];
            if (dx < low || dx > high) {
                break;
            }
            x += dx;
            y += sign * content[from + 2 * n + 1];
            toX[n] = x;
            toY[n] = y;
            n++;
        }
        return n;
    }
}
