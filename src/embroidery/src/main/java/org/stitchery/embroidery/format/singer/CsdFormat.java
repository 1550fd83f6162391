package org.stitchery.embroidery.format.singer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.FormatReader;
import org.stitchery.embroidery.format.Likeness;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.format.ReadResult;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DeclaredFormat;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.model.ThreadColor;

/** Singer CSD, of POEM and Huskygram. Only read. */
public final class CsdFormat extends DeclaredFormat {

    /** The one instance. */
    public static final CsdFormat CSD = new CsdFormat();

    private static final int COLORS = 8;
    private static final int MOST_COLORS = 16;
    private static final int ORDER = COLORS + 3 * MOST_COLORS + 2;
    private static final int MOST_BLOCKS = 14;
    private static final int RECORDS = ORDER + MOST_BLOCKS;
    private static final int RECORDS_LOOKED_AT = 64;
    private static final int BYTES = 3;

    private static final int DOWN = 0x40;
    private static final int LEFT = 0x20;
    private static final int STITCH = 0x80;
    private static final int JUMP = 0x90;
    private static final int CUT = 0x81;
    private static final int STOP = 0x82;
    private static final int CHANGE = 0x85;
    private static final int BEGIN = 0x8A;
    private static final int END = 0x87;
    private static final int ALSO_END = 0x91;
    private static final int END_OF_OTHERS = 0xF8;

    private CsdFormat() {
        super("csd", "Singer CSD", List.of("csd"), new FormatAbilities(Threads.RGB, Trims.EXPLICIT, true, 0, 255, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), CsdVeil.lift(content, RECORDS + RECORDS_LOOKED_AT * BYTES));
        DesignReading design = new DesignReading(this, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
        try {
            records(file, RECORDS_LOOKED_AT, design);
        } catch (FormatException e) {
            return Likeness.NONE;
        }
        if (!file.holds(RECORDS, BYTES) || !design.goesOn() || !design.isUnderstood()) {
            return Likeness.NONE;
        }
        boolean marked = CsdVeil.isUsual(content) && file.says(0, (byte) 0x55, (byte) 0x01);
        return marked ? Likeness.CERTAIN : Likeness.POSSIBLE;
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), CsdVeil.lift(content, content.length));
        if (!file.holds(0, RECORDS)) {
            throw file.wrong(file.size(), "a header of " + RECORDS + " bytes and records", "the end of the file");
        }
        DesignReading design = new DesignReading(this, options, "", (content.length - RECORDS) / BYTES);
        records(file, Integer.MAX_VALUE, design);
        List<ThreadColor> threads = new ArrayList<>();
        for (int block = 0; block <= design.block() && block < MOST_BLOCKS; block++) {
            int number = Math.min(file.u8(ORDER + (long) block), MOST_COLORS - 1);
            threads.add(ThreadColor.ofRgb(file.u24be(COLORS + 3L * number)));
        }
        design.threads(threads);
        return design.result();
    }

    private static void records(ByteSource file, int most, DesignReading design) throws FormatException {
        int at = RECORDS;
        for (int n = 0; n < most && design.goesOn(); n++, at += BYTES) {
            design.at(at);
            if (!file.holds(at, BYTES)) {
                design.endMissing();
                return;
            }
            if (!record(file, at, design)) {
                return;
            }
        }
    }

    private static boolean record(ByteSource file, int at, DesignReading design) throws FormatException {
        int ctrl = file.u8(at);
        int dy = file.u8(at + 1L);
        int dx = file.u8(at + 2L);
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        if (ctrl == END_OF_OTHERS) {
            return false;
        }
        switch (ctrl & ~(DOWN | LEFT)) {
            case STITCH -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            case CUT -> design.trim();
            case STOP -> design.stop();
            case CHANGE -> design.change();
            case BEGIN -> {
                // Opens the records.
            }
            case END, ALSO_END -> {
                return false;
            }
            default -> design.unknown(ctrl);
        }
        return true;
    }
}
