package org.stitchery.embroidery.format.zsk;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** A format with ZSK's records; where they begin differs. */
abstract class ZskFormat extends RecordFormat {

    private static final int LEFT = 0x40;
    private static final int DOWN = 0x20;
    private static final int CODE = 0x1F;

    ZskFormat(String id, String title, List<String> extensions, int nameLength) {
        super(
                id,
                title,
                extensions,
                new FormatAbilities(Threads.NEEDLES, Trims.EXPLICIT, true, nameLength, ZskRecords.LONGEST_MOVE, 1)
                        .withNeedles(ZskRecords.MOST_NEEDLES),
                ZskRecords.BYTES,
                true);
    }

    @Override
    protected final boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset + 2);
        int dy = file.u8(offset);
        int dx = file.u8(offset + 1);
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        int code = ctrl & CODE;
        if ((ctrl & ZskRecords.MARK) == 0) {
            design.unknown(ctrl);
            return true;
        }
        switch (code) {
            case ZskRecords.STITCH -> design.stitchBy(dx, dy);
            case ZskRecords.JUMP -> design.jumpBy(dx, dy);
            case ZskRecords.STOP -> {
                design.stop();
                design.carryBy(dx, dy);
            }
            case ZskRecords.CUT -> {
                design.trim();
                design.carryBy(dx, dy);
            }
            case ZskRecords.END -> {
                return false;
            }
            default -> {
                int needle = (code - ZskRecords.NEEDLE_0) >> 1;
                if ((code & 1) == 0 || needle < 1 || needle > ZskRecords.MOST_NEEDLES) {
                    design.unknown(ctrl);
                } else {
                    design.needle(needle);
                    design.carryBy(dx, dy);
                }
            }
        }
        return true;
    }

    @Override
    protected final boolean isWritten() {
        return true;
    }
}
