package org.stitchery.embroidery.format.bitsandvolts;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.PairFormat;

/** Bits &amp; Volts BRO. Only read. */
public final class BroFormat extends PairFormat {

    /** The one instance. */
    public static final BroFormat BRO = new BroFormat();

    private static final int HEADER = 0x100;
    private static final int NAME = 3;
    private static final int NAME_LENGTH = 8;
    private static final int ESCAPE = 0x80;
    private static final int NOTHING = 0x00;
    private static final int END = 0x02;
    private static final int ALSO_END = 0xE0;
    private static final int LONG_MOVE = 0x03;
    private static final int ALSO_LONG_MOVE = 0x7E;
    private static final int NEEDLE_0 = 0xE0;
    private static final int LAST_NEEDLE = 0xEF;

    private BroFormat() {
        super(
                "bro",
                "Bits & Volts BRO",
                List.of("bro"),
                new FormatAbilities(Threads.NEEDLES, Trims.NONE, false, NAME_LENGTH, 0x7FFF, 1).withNeedles(15),
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
    protected boolean bearsMark(ByteSource file) {
        return file.says(0, (byte) 0x55, (byte) 0x01, (byte) 0x00);
    }

    @Override
    protected String name(ByteSource file) throws FormatException {
        return file.text(NAME, NAME_LENGTH);
    }

    @Override
    protected int announced(ByteSource file, int offset, DesignReading design) throws FormatException {
        if (!file.holds(offset, 3)) {
            design.endMissing();
            return -1;
        }
        int code = file.u8(offset + 2);
        if (code == END || code == ALSO_END) {
            return -1;
        }
        boolean needle = code > NEEDLE_0 && code <= LAST_NEEDLE;
        if (!needle && code != LONG_MOVE && code != ALSO_LONG_MOVE) {
            if (code != NOTHING) {
                design.unknown(code);
            }
            return offset + 3;
        }
        if (!file.holds(offset, 7)) {
            design.endMissing();
            return -1;
        }
        if (needle) {
            design.needle(code - NEEDLE_0);
        }
        design.jumpBy(file.i16(offset + 3), dy(file.i16(offset + 5)));
        return offset + 7;
    }
}
