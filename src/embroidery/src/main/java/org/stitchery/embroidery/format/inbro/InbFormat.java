package org.stitchery.embroidery.format.inbro;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Inbro INB. Only read. */
public final class InbFormat extends RecordFormat {

    /** The one instance. */
    public static final InbFormat INB = new InbFormat();

    private static final int HEADER = 0x2000;
    private static final int LEFT = 0x40;
    private static final int DOWN = 0x20;
    private static final int CODE = 0x0F;
    private static final int CHANGE = 1;
    private static final int JUMP = 2;
    private static final int END = 4;

    private InbFormat() {
        super(
                "inb",
                "Inbro INB",
                List.of("inb"),
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
        switch (ctrl & CODE) {
            case 0 -> design.stitchBy(dx, dy);
            case CHANGE -> {
                design.change();
                design.carryBy(dx, dy);
            }
            case JUMP -> design.jumpBy(dx, dy);
            case END -> {
                return false;
            }
            default -> design.unknown(ctrl);
        }
        return true;
    }
}
