package org.stitchery.embroidery.format.dat;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** The third DAT. Only read. */
public final class DatFormat extends RecordFormat {

    /** The one instance. */
    public static final DatFormat DAT = new DatFormat();

    private static final int STITCH = 0x01;
    private static final int JUMP = 0x00;
    private static final int LAST_CHANGE = 0x08;
    private static final int CHANGE = 0x09;
    private static final int END = 0x10;

    private DatFormat() {
        super(
                "dat",
                "DAT of unknown make",
                List.of("dat"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 127, 1),
                3,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(0, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int dx = -file.i8(offset + 1);
        int dy = file.i8(offset);
        int code = file.u8(offset + 2);
        switch (code) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CHANGE, LAST_CHANGE -> {
                design.change();
                design.carryBy(dx, dy);
            }
            case END -> {
                return false;
            }
            default -> design.unknown(code);
        }
        return true;
    }
}
