package org.stitchery.embroidery.format.sunstar;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** SunStar SST. Only read. */
public final class SstFormat extends RecordFormat {

    /** The one instance. */
    public static final SstFormat SST = new SstFormat();

    private static final int HEADER = 0xA0;
    private static final int NAME = 0x0C;
    private static final int LEFT = 0x40;
    private static final int UP = 0x10;
    private static final int END = 0x04;
    private static final int JUMP = 0x02;
    private static final int CHANGE = 0x01;

    private SstFormat() {
        super(
                "sst",
                "SunStar SST",
                List.of("sst"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 16, 255, 1),
                3,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return file.text(NAME, abilities().nameLength());
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset + 2);
        int dx = file.u8(offset);
        int dy = file.u8(offset + 1);
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        dy = (ctrl & UP) == 0 ? dy : -dy;
        if ((ctrl & END) != 0) {
            design.carryBy(dx, dy);
            return false;
        }
        if ((ctrl & CHANGE) != 0) {
            design.change();
            design.carryBy(dx, dy);
        } else if ((ctrl & JUMP) != 0) {
            design.jumpBy(dx, dy);
        } else {
            design.stitchBy(dx, dy);
        }
        return true;
    }
}
