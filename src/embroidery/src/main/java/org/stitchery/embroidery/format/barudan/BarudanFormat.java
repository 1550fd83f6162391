package org.stitchery.embroidery.format.barudan;

import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.RecordFormat;

/** A format with Barudan's records; where they begin differs. */
abstract class BarudanFormat extends RecordFormat {

    private static final int UP_IS_NEGATIVE = 0x40;
    private static final int LEFT = 0x20;
    private static final int CODE = 0x1F;

    BarudanFormat(String id, String title, List<String> extensions, FormatAbilities abilities) {
        super(id, title, extensions, abilities, BarudanRecords.BYTES, true);
    }

    @Override
    protected final boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset);
        int code = ctrl & CODE;
        int dy = file.u8(offset + 1);
        int dx = file.u8(offset + 2);
        // The file's y grows upwards.
        dy = (ctrl & UP_IS_NEGATIVE) == 0 ? -dy : dy;
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        if ((ctrl & BarudanRecords.MARK) == 0) {
            design.unknown(ctrl);
            return true;
        }
        switch (code) {
            case BarudanRecords.STITCH, 0x02, 0x04 -> {
                design.speed(code);
                design.stitchBy(dx, dy);
            }
            case BarudanRecords.JUMP, 0x03, 0x05 -> {
                design.speed(code - 1);
                design.jumpBy(dx, dy);
            }
            case 0x06, BarudanRecords.CUT -> {
                design.trim();
                design.carryBy(dx, dy);
            }
            case BarudanRecords.STOP -> {
                design.stop();
                design.carryBy(dx, dy);
            }
            case BarudanRecords.END -> {
                return false;
            }
            default -> {
                if (code > BarudanRecords.END) {
                    design.unknown(ctrl);
                } else {
                    design.needle(code - BarudanRecords.STOP);
                    design.carryBy(dx, dy);
                }
            }
        }
        return true;
    }
}
