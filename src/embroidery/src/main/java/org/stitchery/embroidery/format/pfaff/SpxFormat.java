package org.stitchery.embroidery.format.pfaff;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Pfaff SPX. Only read; layout, unit and the direction of y are known from one reader only. */
public final class SpxFormat extends RecordFormat {

    /** The one instance. */
    public static final SpxFormat SPX = new SpxFormat();

    private static final int HEADER = 0x11E;
    private static final int BYTES = 9;
    private static final int STITCH = 0x00;
    private static final int JUMP = 0xA0;
    private static final int ALSO_JUMP = 0xF6;

    private SpxFormat() {
        super(
                "spx",
                "Pfaff SPX",
                List.of("spx"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 0x7FFF, 1),
                BYTES,
                false);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int dx = file.i16(offset + 2);
        int dy = file.i16(offset + 4);
        switch (file.u8(offset + 6)) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP, ALSO_JUMP -> design.jumpBy(dx, dy);
            default -> design.unknown(file.u8(offset + 6));
        }
        return true;
    }
}
