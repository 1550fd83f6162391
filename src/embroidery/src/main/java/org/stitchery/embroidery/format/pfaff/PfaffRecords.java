package org.stitchery.embroidery.format.pfaff;

import java.io.IOException;
import java.util.function.IntConsumer;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;

/**
 * Records of absolute positions: i32 x, i32 y, upwards, in 256ths of a sixth of a millimetre, and what happens there. With
 * all 32 bits genuine files give tenths of a millimetre to within half a hundredth of one; without the lowest eight they
 * would be off by up to 1.7 tenths. Where the colour changes, x is the colour's number instead.
 */
final class PfaffRecords {

    static final int BYTES = 9;
    static final int STITCH = 0;
    static final int CHANGE = 0x03;
    static final int JUMP = 0x04;

    private static final int CHANGES = 0x01;

    /** Parts of the file's unit in ten tenths of a millimetre: 6 * 256. */
    private static final int PER_MILLIMETRE = 1536;

    private PfaffRecords() {}

    /**
     * Takes them in, up to the announced count of those that are no colour changes; what is behind that counts too, as long
     * as it is not filled with zeros.
     *
     * @param colors takes the number of each colour in the order of sewing
     */
    static void read(
            ByteSource file,
            int from,
            int count,
            boolean bigEndian,
            PfaffHoop hoop,
            DesignReading design,
            IntConsumer colors)
            throws FormatException {
        int moves = 0;
        int at = from;
        for (; file.holds(at, BYTES) && design.goesOn(); at += BYTES) {
            design.at(at);
            int x = bigEndian ? file.i32be(at) : file.i32(at);
            int y = bigEndian ? file.i32be(at + 4L) : file.i32(at + 4L);
            int what = file.u8(at + 8L);
            if (moves >= count && x == 0 && y == 0 && what == 0) {
                return;
            }
            if ((what & CHANGES) == 0) {
                moves++;
                move(design, tenths(x) - hoop.middleX(), hoop.middleY() - tenths(y), what);
            } else {
                if (at > from) {
                    design.change();
                }
                colors.accept(x);
            }
        }
        design.at(at);
        if (moves < count) {
            design.endMissing();
        }
    }

    private static void move(DesignReading design, int x, int y, int what) {
        if ((what & JUMP) != 0) {
            design.jumpTo(x, y);
        } else if (what == STITCH) {
            design.stitchTo(x, y);
        } else {
            design.unknown(what);
        }
    }

    private static int tenths(int stored) {
        return (int) Math.rint(stored * 10.0 / PER_MILLIMETRE);
    }

    /** One record, the lower bytes first, at tenths of a millimetre from the hoop's left lower corner. */
    static void write(ByteSink out, int x, int y, int what) throws IOException {
        out.u32(stored(x)).u32(stored(y)).u8(what);
    }

    /** Rounded down, as genuine files have it. */
    private static long stored(int tenths) {
        return Math.floorDiv((long) tenths * PER_MILLIMETRE, 10);
    }
}
