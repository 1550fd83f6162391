package org.stitchery.embroidery.format.mitsubishi;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Mitsubishi MIT. Only read. */
public final class MitFormat extends RecordFormat {

    /** The one instance. */
    public static final MitFormat MIT = new MitFormat();

    private static final int CODE = 0x60;
    private static final int SIZE = 0x1F;
    private static final int MINUS = 0x80;
    private static final int STEP_TENTHS = 2;

    private MitFormat() {
        super(
                "mit",
                "Mitsubishi MIT",
                List.of("mit"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 62, 2),
                2,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(0, file);
    }

    private static int move(int value) {
        int tenths = (value & SIZE) * STEP_TENTHS;
        return (value & MINUS) == 0 ? tenths : -tenths;
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int first = file.u8(offset);
        int second = file.u8(offset + 1);
        int dx = move(first);
        int dy = -move(second);
        switch ((first & CODE) >> 3 | (second & CODE) >> 5) {
            case 0x7, 0x4, 0x5 -> design.stitchBy(dx, dy);
            case 0xC -> design.jumpBy(dx, dy);
            case 0x8 -> {
                design.change();
                design.carryBy(dx, dy);
            }
            case 0x0 -> {
                return false;
            }
            default -> design.unknown(first << 8 | second);
        }
        return true;
    }
}
