package org.stitchery.embroidery.format.elna;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.PairFormat;

/** Elna EMD. Only read. */
public final class EmdFormat extends PairFormat {

    /** The one instance. */
    public static final EmdFormat EMD = new EmdFormat();

    private static final int HEADER = 0x30;
    private static final int ESCAPE = 0x80;
    private static final int JUMP = 0x80;
    private static final int CHANGE = 0x2A;
    private static final int CUT = 0xAD;
    private static final int LAST_CUT = 0x90;
    private static final int BEGINNING = 0x7D;
    private static final int END = 0xFD;

    private EmdFormat() {
        super(
                "emd",
                "Elna EMD",
                List.of("emd"),
                new FormatAbilities(Threads.NONE, Trims.EXPLICIT, false, 0, 127, 1),
                ESCAPE,
                true,
                true);
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (file.size() <= HEADER) {
            throw file.wrong(file.size(), "a header of " + HEADER + " bytes and stitches", "the end of the file");
        }
        return HEADER;
    }

    @Override
    protected int announced(ByteSource file, int offset, DesignReading design) throws FormatException {
        int code = file.u8(offset + 1);
        switch (code) {
            case JUMP -> {
                if (!file.holds(offset, 4)) {
                    design.endMissing();
                    return -1;
                }
                design.jumpBy(file.i8(offset + 2), dy(file.i8(offset + 3)));
                return offset + 4;
            }
            case CHANGE -> design.change();
            case CUT, LAST_CUT -> design.trim();
            case BEGINNING -> {
                // Stands in front of the first stitch and says nothing that we know.
            }
            case END -> {
                return -1;
            }
            default -> design.unknown(code);
        }
        return offset + 2;
    }
}
