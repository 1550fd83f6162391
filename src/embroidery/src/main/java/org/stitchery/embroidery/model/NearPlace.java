package org.stitchery.embroidery.model;

/**
 * A position or a move as one int, {@code y * 65536 + x}, so that a position and a move add up to a position at once. Both
 * lie within {@link #FURTHEST}: after any one move, {@link #areNear} tells whether they still do.
 */
final class NearPlace {

    /** Tenths of a millimetre: 1.6 m, further than any design goes. */
    static final int FURTHEST = (1 << 14) - 1;

    /** Added to a near place, this leaves both halves without their sign bits; to any other, not. */
    private static final int BIAS = 0x4000_4000;

    private static final int SIGNS = 0x8000_8000;

    private NearPlace() {}

    static boolean isNear(int x, int y) {
        return ((x + FURTHEST) | (FURTHEST - x) | (y + FURTHEST) | (FURTHEST - y)) >= 0;
    }

    static int of(int x, int y) {
        return (y << 16) + x;
    }

    static int x(int place) {
        return (short) place;
    }

    static int y(int place) {
        return (place - (short) place) >> 16;
    }

    /** Where moves lead, one after the other; each no longer than {@link #FURTHEST}. */
    static void follow(int start, int[] moves, int count, int[] places) {
        int place = start;
        for (int i = 0; i < count; i++) {
            place += moves[i];
            places[i] = place;
        }
    }

    /** True when all places that moves led to are near, each having been reached from one that is. */
    static boolean areNear(int[] places, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= places[i] + BIAS;
        }
        return (bits & SIGNS) == 0;
    }
}
