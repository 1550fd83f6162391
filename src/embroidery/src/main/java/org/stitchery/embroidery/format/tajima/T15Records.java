package org.stitchery.embroidery.format.tajima;

import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;

/**
 * Records of four bytes: what happens, and six digits of three bits each, which make a move to the right and one upwards.
 *
 * <pre>
 * C0   a move:  0 0 x2 x1   0 0 y1 x3   0 0 y3 y2      x = x1 + 7 x2 + 49 x3, y likewise
 *      digits:  000 0   001 1   010 2   100 3   110 -1   101 -2   011 -3
 * C8 CA sewing begins where the frame stands   CA C8 sewing ends   C6 stop   D0 end
 * </pre>
 *
 * <p>A change of colour is a stop; the one behind the last stitch changes nothing. For one file.
 */
final class T15Records {

    static final int BYTES = 4;
    static final int LONGEST_MOVE = 3 + 3 * 7 + 3 * 49;
    static final int BLANKS_OF_A_LEADER = 8;

    private static final int MOVE = 0xC0;
    private static final int STOP = 0xC6;
    private static final int NEEDLE = 0xC8;
    private static final int SEWING = 0xCA;
    private static final int END = 0xD0;

    /** What three bits are worth; the last pattern is not used. */
    private static final int[] DIGITS = {0, 1, 2, -3, 3, -2, -1, 0};

    private final ByteSource file;
    private final DesignReading design;
    private boolean sewing;
    private boolean stopped;

    T15Records(ByteSource file, DesignReading design) {
        this.file = file;
        this.design = design;
    }

    static boolean isBlank(ByteSource file, int at) {
        return file.says(at, (byte) MOVE, (byte) 0, (byte) 0, (byte) 0);
    }

    /** Takes them in up to the end code. */
    void read(int from) throws FormatException {
        for (int at = from; design.goesOn(); at += BYTES) {
            design.at(at);
            if (!file.holds(at, BYTES)) {
                design.endMissing();
                return;
            }
            int what = file.u8(at);
            switch (what) {
                case MOVE -> move(at);
                case SEWING -> turn();
                case STOP -> stopped = true;
                case NEEDLE -> {
                    // Comes with each of the others and says nothing more that we know.
                }
                case END -> {
                    return;
                }
                default -> design.unknown(what);
            }
        }
    }

    /** The first stitch is where sewing begins. */
    private void turn() {
        sewing = !sewing;
        if (sewing) {
            changeIfStopped();
            design.stitchBy(0, 0);
        }
    }

    private void move(int at) throws FormatException {
        int a = file.u8(at + 1);
        int b = file.u8(at + 2);
        int c = file.u8(at + 3);
        int dx = DIGITS[a & 7] + 7 * DIGITS[a >> 3 & 7] + 49 * DIGITS[b & 7];
        int up = DIGITS[b >> 3 & 7] + 7 * DIGITS[c & 7] + 49 * DIGITS[c >> 3 & 7];
        if (sewing) {
            design.stitchBy(dx, -up);
        } else if (dx != 0 || up != 0) {
            changeIfStopped();
            design.jumpBy(dx, -up);
        }
    }

    private void changeIfStopped() {
        if (stopped && design.hasSewn()) {
            design.change();
        }
        stopped = false;
    }
}
