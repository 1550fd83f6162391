package org.stitchery.embroidery.format.barudan;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.Extensions;
import org.stitchery.embroidery.format.record.FrameRoom;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchPattern;

/** Barudan U01: 256 bytes of header, then records. */
public final class U01Format extends BarudanFormat {

    /** The one instance. */
    public static final U01Format U01 = new U01Format();

    private static final int HEADER = 0x100;
    private static final int FILLED = 0x80;

    private U01Format() {
        super(
                "u01",
                "Barudan U01",
                Extensions.numbered("u", 0, 99, 1),
                new FormatAbilities(Threads.NEEDLES, Trims.EXPLICIT, true, 0, BarudanRecords.LONGEST_MOVE, 1)
                        .withNeedles(BarudanRecords.MOST_NEEDLES));
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        return startAfter(HEADER, file);
    }

    @Override
    protected boolean bearsMark(ByteSource file) {
        return file.says(0, "0".repeat(FILLED));
    }

    @Override
    protected boolean isWritten() {
        return true;
    }

    @Override
    protected List<Finding> encode(StitchPattern pattern, WriteOptions options, ByteSink out) throws IOException {
        ByteSink counted = ByteSink.counting();
        BarudanRecords.write(pattern, options, counted);
        FrameRoom room = FrameRoom.of(pattern);
        int last = pattern.size() - 1;
        out.times(FILLED, '0')
                .u16(-room.left())
                .u16(room.down())
                .u16(room.right())
                .u16(-room.up())
                .u32(0)
                .u32(counted.size() / BarudanRecords.BYTES + 1)
                .u16(pattern.x(last))
                .u16(-pattern.y(last))
                .times(HEADER - FILLED - 20, 0);
        return BarudanRecords.write(pattern, options, out);
    }
}
