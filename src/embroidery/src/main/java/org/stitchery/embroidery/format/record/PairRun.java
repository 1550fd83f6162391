package org.stitchery.embroidery.format.record;

import java.util.function.IntPredicate;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Stitches stored as pairs of signed bytes, x then y. Nearly all of a file are such, so a run of them has a narrow loop of
 * its own, which gathers moves in a small array and hands them on together. Not thread-safe; for one file.
 */
public final class PairRun {

    /** Small enough to stay in the processor's first cache. */
    private static final int MOST = 512;

    private final int lowest;
    private final int highest;
    private final int signY;
    private final int[] moves = new int[MOST];

    /** Whoever takes stitches in. */
    @FunctionalInterface
    public interface Taker {

        /** As {@link StitchPattern.Builder#stitchesBy}. */
        boolean stitchesBy(int[] moves, int count);
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
     * @return where something else may begin, or the end, or a pair that leads out of reach: at or before it
     */
    public int read(byte[] content, int from, int end, Taker taker) {
        int o = from;
        int n = MOST;
        while (n == MOST) {
            n = gather(content, o, Math.min(MOST, (end - o) / 2));
            if (n <= 0 || !taker.stitchesBy(moves, n)) {
                break;
            }
            o += 2 * n;
        }
        return o;
    }

    /** The same for a design; what lies beyond the file is not read. */
    public int read(ByteSource file, int from, long end, DesignReading design) {
        return read(file.content(), from, (int) Math.min(end, file.size()), design::stitchesBy);
    }

    private int gather(byte[] content, int from, int most) {
        int[] gathered = moves;
        int low = lowest;
        int high = highest;
        int oneDown = signY << 16;
        int n = 0;
        while (n < most) {
            int dx = content[from + 2 * n];
            if (dx < low || dx > high) {
                break;
            }
            gathered[n] = content[from + 2 * n + 1] * oneDown + dx;
            n++;
        }
        return n;
    }
}
