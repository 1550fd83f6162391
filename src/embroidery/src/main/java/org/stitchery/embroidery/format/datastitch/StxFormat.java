package org.stitchery.embroidery.format.datastitch;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.PairFormat;

/** Data Stitch STX. Only read. */
public final class StxFormat extends PairFormat {

    /** The one instance. */
    public static final StxFormat STX = new StxFormat();

    private static final String MARK = "STX";
    private static final int WHERE_STITCHES = 0x14;
    private static final int HEADER = WHERE_STITCHES + 4;
    private static final int ESCAPE = 0x80;
    private static final int CHANGE = 0x01;
    private static final int STITCH = 0x02;
    private static final int JUMP = 0x04;
    private static final int CUT = 0x80;

    private StxFormat() {
        super(
                "stx",
                "Data Stitch STX",
                List.of("stx"),
                new FormatAbilities(Threads.NONE, Trims.EXPLICIT, false, 0, 127, 1),
                ESCAPE,
                true,
                false);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (!file.says(0, MARK)) {
            throw file.wrong(0, "\"" + MARK + "\"", "something else");
        }
        int start = file.inside(file.u32(WHERE_STITCHES), WHERE_STITCHES, "the place where the stitches begin");
        if (start < HEADER) {
            throw file.wrong(WHERE_STITCHES, "a place behind the header", Integer.toString(start));
        }
        return start;
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return true;
    }

    @Override
    protected int announced(ByteSource file, int offset, DesignReading design) throws FormatException {
        if (!file.holds(offset, 4)) {
            design.endMissing();
            return -1;
        }
        int code = file.u8(offset + 1);
        int dx = file.i8(offset + 2);
        int dy = dy(file.i8(offset + 3));
        switch (code) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CHANGE -> design.changeBy(dx, dy);
            case CUT -> design.trim();
            default -> design.unknown(code);
        }
        return offset + 4;
    }
}
