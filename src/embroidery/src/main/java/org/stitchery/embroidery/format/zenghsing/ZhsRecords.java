package org.stitchery.embroidery.format.zenghsing;

import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;

/** Records of three bytes: what happens, and a move whose bits take turns in the other two. For one file. */
final class ZhsRecords {

    static final int BYTES = 3;

    private static final int JUMP = 0x01;
    private static final int STITCH = 0x02;
    private static final int CHANGE = 0x04;
    private static final int CHECKSUM = 0x10;
    private static final int PART = 0x41;
    private static final int END = 0x80;

    private static final int EVEN = 0x55;
    private static final int ODD = 0xAA;
    private static final int ONE_MORE_FROM = 63;

    private final ByteSource file;
    private final DesignReading design;
    private int dx;
    private int dy;

    ZhsRecords(ByteSource file, DesignReading design) {
        this.file = file;
        this.design = design;
    }

    /** Takes in so many at most, up to the end code or to where no whole one is left. */
    void read(int from, int most) throws FormatException {
        int at = from;
        for (int n = 0; n < most && design.goesOn(); n++, at += BYTES) {
            design.at(at);
            if (!file.holds(at, BYTES)) {
                design.endMissing();
                return;
            }
            if (!record(file.u8(at), file.u8(at + 1), file.u8(at + 2))) {
                return;
            }
        }
    }

    private boolean record(int what, int a, int b) {
        if (what == CHECKSUM) {
            return true;
        }
        dx = within(dx + move(a & EVEN | b & ODD));
        dy = within(dy - move(b & EVEN | a & ODD));
        switch (what) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CHANGE -> design.change();
            case PART -> {
                return true;
            }
            case END -> {
                return false;
            }
            default -> {
                design.unknown(what);
                return true;
            }
        }
        dx = 0;
        dy = 0;
        return true;
    }

    private static int move(int bits) {
        int value = (byte) bits;
        return Math.abs(value) < ONE_MORE_FROM ? value : value + Integer.signum(value);
    }

    /** Parts that add up to more than any frame moves are damage; they end the reading when they are used. */
    private static int within(int value) {
        return Math.max(-1_000_000, Math.min(1_000_000, value));
    }
}
