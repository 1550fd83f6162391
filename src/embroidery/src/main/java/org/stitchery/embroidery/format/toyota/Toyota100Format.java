package org.stitchery.embroidery.format.toyota;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** Toyota 100. Only read. */
public final class Toyota100Format extends RecordFormat {

    /** The one instance. */
    public static final Toyota100Format TOYOTA_100 = new Toyota100Format();

    private static final int BYTES = 4;
    private static final int RECORDS_COUNTED = 1000;
    private static final int STITCH = 0x61;
    private static final int END = 0x1F;

    private Toyota100Format() {
        super(
                "100",
                "Toyota 100",
                List.of("100"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 127, 1),
                BYTES,
                false);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(0, file);
    }

    /** Any bytes can be read as such records; but most of a design's are stitches. */
    @Override
    protected boolean speaksForIt(ByteSource file) {
        int stitches = 0;
        int records = Math.min(RECORDS_COUNTED, file.size() / BYTES);
        for (int r = 0; r < records; r++) {
            stitches += file.says((long) r * BYTES, (byte) STITCH) ? 1 : 0;
        }
        return stitches * 2 > records;
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int type = file.u8(offset);
        int dx = signed(file.u8(offset + 2));
        int dy = -signed(file.u8(offset + 3));
        if (type == STITCH) {
            design.stitchBy(dx, dy);
        } else if ((type & 1) != 0) {
            design.jumpBy(dx, dy);
            return type != END;
        } else {
            design.change();
            design.carryBy(dx, dy);
        }
        return true;
    }

    private static int signed(int magnitudeAndSign) {
        int magnitude = magnitudeAndSign & 0x7F;
        return (magnitudeAndSign & 0x80) == 0 ? magnitude : -magnitude;
    }
}
