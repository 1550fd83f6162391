package org.stitchery.embroidery.format.dst;

/**
 * The record's bits as tables, so that one record costs three look-ups to read and two to write.
 *
 * <p>Reading: each byte's share of the move is one int, y (downwards) times 65536 plus x. Shares are summed before
 * they are taken apart, so that a weight set with both signs cancels. Writing: the three bytes for one axis's value
 * are one int, the first byte highest.
 */
final class DstTables {

    /** Furthest move on each axis, 81 + 27 + 9 + 3 + 1. */
    static final int REACH = 121;

    /** The third byte's last two bits, set in every record of a genuine file. */
    static final int MARK = 0x03;

    /** Set in no plain stitch. */
    private static final int KIND_BITS = 0xC0;

    private static final DstRecord.Kind[] KINDS = DstRecord.Kind.values();

    private static final int[] WEIGHTS = {1, 9, 3, 27, 81};
    private static final int[] X_PLUS = {0x01_00_00, 0x04_00_00, 0x00_01_00, 0x00_04_00, 0x00_00_04};
    private static final int[] X_MINUS = {0x02_00_00, 0x08_00_00, 0x00_02_00, 0x00_08_00, 0x00_00_08};
    private static final int[] UP = {0x80_00_00, 0x20_00_00, 0x00_80_00, 0x00_20_00, 0x00_00_20};
    private static final int[] DOWN = {0x40_00_00, 0x10_00_00, 0x00_40_00, 0x00_10_00, 0x00_00_10};

    private static final int[] FIRST = shares(16);
    private static final int[] SECOND = shares(8);
    private static final int[] THIRD = shares(0);
    private static final byte[] KIND_BY_THIRD = kinds();
    private static final int[] X_BITS = bits(X_PLUS, X_MINUS);
    private static final int[] Y_BITS = bits(DOWN, UP);

    private DstTables() {}

    /** The packed move of a record; see {@link #dx} and {@link #dy}. */
    static int move(byte first, byte second, byte third) {
        return FIRST[first & 0xFF] + SECOND[second & 0xFF] + THIRD[third & 0xFF];
    }

    /** Tenths to the right. */
    static int dx(int move) {
        return (short) move;
    }

    /** Tenths downwards. */
    static int dy(int move) {
        return (move - (short) move) >> 16;
    }

    /** True for a plain stitch with the {@link #MARK}, as nearly all records are. */
    static boolean isMarkedStitch(byte third) {
        return (third & (KIND_BITS | MARK)) == MARK;
    }

    /** What the record does. */
    static DstRecord.Kind kind(byte third) {
        return KINDS[KIND_BY_THIRD[third & 0xFF]];
    }

    /** The record's three bytes, the first highest, without the bits that tell its kind. Both in -121..121. */
    static int moveBits(int dx, int dy) {
        return X_BITS[dx + REACH] | Y_BITS[dy + REACH];
    }

    private static int[] shares(int shift) {
        int[] shares = new int[256];
        for (int value = 0; value < 256; value++) {
            int bits = value << shift;
            int dx = 0;
            int dy = 0;
            for (int w = 0; w < WEIGHTS.length; w++) {
                dx += ((bits & X_PLUS[w]) != 0 ? WEIGHTS[w] : 0) - ((bits & X_MINUS[w]) != 0 ? WEIGHTS[w] : 0);
                dy += ((bits & DOWN[w]) != 0 ? WEIGHTS[w] : 0) - ((bits & UP[w]) != 0 ? WEIGHTS[w] : 0);
            }
            shares[value] = (dy << 16) + dx;
        }
        return shares;
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[256];
        for (int value = 0; value < 256; value++) {
            kinds[value] = (byte) kindOf(value).ordinal();
        }
        return kinds;
    }

    /** The order of the tests matters: each later pattern is contained in an earlier one. */
    private static DstRecord.Kind kindOf(int third) {
        if ((third & 0xF3) == 0xF3) {
            return DstRecord.Kind.END;
        } else if ((third & 0xC3) == 0xC3) {
            return DstRecord.Kind.COLOR_CHANGE;
        } else if ((third & 0x43) == 0x43) {
            return DstRecord.Kind.SEQUIN_MODE;
        } else if ((third & 0x83) == 0x83) {
            return DstRecord.Kind.JUMP;
        } else {
            return DstRecord.Kind.STITCH;
        }
    }

    /** Balanced ternary: whatever is beyond half of the smaller weights' sum takes the weight, with its sign. */
    private static int[] bits(int[] plus, int[] minus) {
        int[] bySize = {4, 3, 1, 2, 0};
        int[] table = new int[2 * REACH + 1];
        for (int value = -REACH; value <= REACH; value++) {
            int rest = value;
            int bits = 0;
            for (int w : bySize) {
                int weight = WEIGHTS[w];
                int half = weight / 2;
                if (rest > half) {
                    bits |= plus[w];
                    rest -= weight;
                } else if (rest < -half) {
                    bits |= minus[w];
                    rest += weight;
                }
            }
            table[value + REACH] = bits;
        }
        return table;
    }
}
