package org.stitchery.embroidery.format.zsk;

import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatAbilities;
import org.stitchery.embroidery.format.FormatAbilities.Threads;
import org.stitchery.embroidery.format.FormatAbilities.Trims;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.DesignReading;
import org.stitchery.embroidery.format.record.Extensions;
import org.stitchery.embroidery.format.record.RecordFormat;

/** ZSK TC, the files {@code Z00} and so on. Only read; known from one source. */
public final class ZxyFormat extends RecordFormat {

    /** The one instance. */
    public static final ZxyFormat ZXY = new ZxyFormat();

    private static final int MARK = 0xF0;

    /** Mark and the two bytes that tell how far behind them the records begin. */
    private static final int PREFIX = 3;

    private static final int COMMAND = 0x20;
    private static final int LEFT = 0x08;
    private static final int DOWN = 0x04;
    private static final int JUMP = 0x02;
    private static final int END = 0xFF;

    private ZxyFormat() {
        super(
                "zxy",
                "ZSK TC",
                endings(),
                new FormatAbilities(Threads.NEEDLES, Trims.NONE, false, 0, 255, 1).withNeedles(255),
                3,
                true);
    }

    private static List<String> endings() {
        List<String> endings = new ArrayList<>(List.of("zxy"));
        endings.addAll(Extensions.numbered("z", 0, 99, 0));
        return endings;
    }

    @Override
    protected int start(ByteSource file) throws FormatException {
        if (file.u8(0) != MARK) {
            throw file.wrong(0, "F0", "%02X".formatted(file.u8(0)));
        }
        int start = file.inside(PREFIX + (long) file.u16be(1), 1, "a header");
        return startAfter(start, file);
    }

    @Override
    protected boolean record(ByteSource file, int offset, DesignReading design) throws FormatException {
        int ctrl = file.u8(offset);
        int dx = file.u8(offset + 1);
        int dy = file.u8(offset + 2);
        if ((ctrl & COMMAND) != 0) {
            if (dx == END) {
                return false;
            }
            design.needle(dy);
            return true;
        }
        dx = (ctrl & LEFT) == 0 ? dx : -dx;
        dy = (ctrl & DOWN) == 0 ? -dy : dy;
        switch (ctrl & ~(LEFT | DOWN)) {
            case 0 -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            default -> design.unknown(ctrl);
        }
        return true;
    }
}
