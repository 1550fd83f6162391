package org.stitchery.embroidery.format.sunstar;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** SunStar DAT. Only read. */
public final class SunstarDatFormat extends RecordFormat {

    /** The one instance. */
    public static final SunstarDatFormat SUNSTAR_DAT = new SunstarDatFormat();

    private static final int HEADER = 0x100;
    private static final int STITCH = 0x07;
    private static final int JUMP = 0x04;
    private static final int CUT = 0x80;
    private static final int BEGINNING = 0x84;
    private static final int CHANGE = 0x87;
    private static final int END = 0x00;

    private SunstarDatFormat() {
        super(
                "dat-sunstar",
                "SunStar DAT",
                List.of("dat"),
                new FormatAbilities(Threads.NONE, Trims.EXPLICIT, false, 0, 127, 1),
                3,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    private static int signed(int magnitudeAndSign) {
        int magnitude = magnitudeAndSign & 0x7F;
        return (magnitudeAndSign & 0x80) == 0 ? magnitude : -magnitude;
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset + 2);
        int dx = signed(file.u8(offset));
        int dy = -signed(file.u8(offset + 1));
        switch (ctrl) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP, BEGINNING -> design.jumpBy(dx, dy);
            case CUT -> {
                design.trim();
                design.carryBy(dx, dy);
            }
            case CHANGE -> {
                design.change();
                design.carryBy(dx, dy);
            }
            case END -> {
                return false;
            }
            default -> design.unknown(ctrl);
        }
        return true;
    }
}
