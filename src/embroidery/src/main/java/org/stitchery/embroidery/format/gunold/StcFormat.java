package org.stitchery.embroidery.format.gunold;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Gunold STC. Only read. */
public final class StcFormat extends RecordFormat {

    /** The one instance. */
    public static final StcFormat STC = new StcFormat();

    private static final int HEADER = 0x28;
    private static final int STITCH = 0x01;
    private static final int JUMP = 0x00;
    private static final int NEEDLE_0 = 0x02;
    private static final int END = 0x19;
    private static final int MOST_NEEDLES = END - NEEDLE_0 - 1;

    private StcFormat() {
        super(
                "stc",
                "Gunold STC",
                List.of("stc"),
                new FormatAbilities(Threads.NEEDLES, Trims.NONE, false, 8, 127, 1).withNeedles(MOST_NEEDLES),
                3,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return file.says(0, "DESIGN:");
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return file.says(0, "DESIGN:")
                ? file.text("DESIGN:".length(), abilities().nameLength())
                : "";
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int dx = file.i8(offset);
        int dy = -file.i8(offset + 1);
        int code = file.u8(offset + 2);
        switch (code) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case END -> {
                return false;
            }
            default -> {
                int needle = code - NEEDLE_0;
                if (needle < 1 || needle >= END - NEEDLE_0) {
                    design.unknown(code);
                } else {
                    design.needle(needle);
                    design.carryBy(dx, dy);
                }
            }
        }
        return true;
    }
}
