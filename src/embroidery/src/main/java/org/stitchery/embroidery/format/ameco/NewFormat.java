package org.stitchery.embroidery.format.ameco;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Ameco NEW. Only read. */
public final class NewFormat extends RecordFormat {

    /** The one instance. */
    public static final NewFormat NEW = new NewFormat();

    private static final int HEADER = 2;
    private static final int LEFT = 0x40;
    private static final int DOWN = 0x20;
    private static final int CODES = 0x1F;
    private static final int END = 0x11;
    private static final int CHANGE = 0x02;
    private static final int JUMP = 0x01;

    private NewFormat() {
        super(
                "new",
                "Ameco NEW",
                List.of("new"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 255, 1),
                3,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset + 2);
        int dx = file.u8(offset);
        int dy = file.u8(offset + 1);
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        if ((ctrl & CODES) == END) {
            return false;
        }
        if ((ctrl & CHANGE) != 0) {
            design.change();
            design.carryBy(dx, dy);
        } else if ((ctrl & JUMP) != 0) {
            design.jumpBy(dx, dy);
        } else if ((ctrl & CODES) == 0) {
            design.stitchBy(dx, dy);
        } else {
            design.unknown(ctrl);
        }
        return true;
    }
}
