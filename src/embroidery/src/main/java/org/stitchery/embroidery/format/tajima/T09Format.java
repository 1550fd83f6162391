package org.stitchery.embroidery.format.tajima;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Tajima T09. Only read; known from one other reader. */
public final class T09Format extends RecordFormat {

    /** The one instance. */
    public static final T09Format T09 = new T09Format();

    private static final int HEADER = 0x0C;
    private static final int DOWN = 0x20;
    private static final int LEFT = 0x40;
    private static final int STOP = 0x10;
    private static final int END = 0x00;

    private T09Format() {
        super(
                "t09",
                "Tajima T09",
                List.of("t09"),
                new FormatAbilities(Threads.NONE, Trims.NONE, true, 0, 255, 1),
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
        int dy = file.u8(offset);
        int dx = file.u8(offset + 1);
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        if (ctrl == END) {
            return false;
        }
        if ((ctrl & STOP) != 0) {
            design.stop();
            design.carryBy(dx, dy);
        } else {
            design.stitchBy(dx, dy);
        }
        return true;
    }
}
