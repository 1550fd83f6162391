package org.stitchery.embroidery.format.pat;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** PAT, of a maker not known. Only read. */
public final class PatFormat extends RecordFormat {

    /** The one instance. */
    public static final PatFormat PAT = new PatFormat();

    private static final int HEADER = 10;
    private static final int BYTES = 5;
    private static final int BEGIN = 0x85;
    private static final int BETWEEN = 0x7F;
    private static final int CHANGE = 0xFE;
    private static final int END = 0x81;

    private PatFormat() {
        super(
                "pat",
                "PAT of unknown make",
                List.of("pat"),
                new FormatAbilities(Threads.NONE, Trims.NONE, false, 0, 0x7FFF, 1),
                BYTES,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int code = file.u8(offset);
        int dx = file.i16be(offset + 1);
        int dy = -file.i16be(offset + 3);
        switch (code) {
            case 0 -> design.jumpBy(dx, dy);
            case 1, 4, 5 -> design.stitchBy(dx, dy);
            case CHANGE -> design.change();
            case BEGIN, BETWEEN -> {
                // At the beginning and before the end of sewing; they say nothing that we know.
            }
            case END -> {
                return false;
            }
            default -> design.unknown(code);
        }
        return true;
    }
}
