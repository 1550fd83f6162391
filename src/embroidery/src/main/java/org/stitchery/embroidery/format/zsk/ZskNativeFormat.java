package org.stitchery.embroidery.format.zsk;

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

/**
 * ZSK's own, with a list of colours. Only read; known from one reader only.
 *
 * <pre>
 * 230   for each colour: u8 number, R G B, 72 bytes; a number 00 ends the list
 *       46 bytes, then records ctrl, |dx|, |dy|: 08 left, 04 down, 02 jump;
 *       where ctrl has 20: dx 02 cut, dx FF end, else the colour whose place in the list is dy, or a stop where dy is 00
 * </pre>
 */
public final class ZskNativeFormat extends DeclaredFormat {

    /** The one instance. */
    public static final ZskNativeFormat ZSK = new ZskNativeFormat();

    private static final int COLORS = 0x230;
    private static final int COLOR_BYTES = 4 + 0x48;
    private static final int BEHIND_COLORS = 1 + 0x2E;
    private static final int MOST_COLORS = 255;
    private static final int BYTES = 3;
    private static final int RECORDS_LOOKED_AT = 64;

    private static final int COMMAND = 0x20;
    private static final int LEFT = 0x08;
    private static final int DOWN = 0x04;
    private static final int JUMP = 0x02;
    private static final int CUT = 0x02;
    private static final int END = 0xFF;

    private ZskNativeFormat() {
        super("zsk", "ZSK", List.of("zsk"), new FormatAbilities(Threads.RGB, Trims.EXPLICIT, true, 0, 255, 1));
    }

    @Override
    public Likeness likeness(byte[] content) {
        ByteSource file = new ByteSource(title(), content);
        try {
            List<ThreadColor> colors = colors(file);
            int from = COLORS + colors.size() * COLOR_BYTES + BEHIND_COLORS;
            DesignReading design = new DesignReading(this, ReadOptions.raw(), "", RECORDS_LOOKED_AT);
            records(file, from, RECORDS_LOOKED_AT, colors, new ArrayList<>(), design);
            return !colors.isEmpty() && file.holds(from, BYTES) && design.goesOn() && design.isUnderstood()
                    ? Likeness.POSSIBLE
                    : Likeness.NONE;
        } catch (FormatException e) {
            return Likeness.NONE;
        }
    }

    @Override
    public Optional<FormatReader> reader() {
        return Optional.of(this::read);
    }

    private ReadResult read(byte[] content, ReadOptions options) throws FormatException {
        ByteSource file = new ByteSource(title(), content);
        List<ThreadColor> colors = colors(file);
        int from = file.inside(COLORS + (long) colors.size() * COLOR_BYTES + BEHIND_COLORS, COLORS, "records");
        DesignReading design = new DesignReading(this, options, "", (content.length - from) / BYTES);
        List<ThreadColor> threads = new ArrayList<>();
        records(file, from, Integer.MAX_VALUE, colors, threads, design);
        design.threads(threads);
        return design.result();
    }

    private static List<ThreadColor> colors(ByteSource file) throws FormatException {
        List<ThreadColor> colors = new ArrayList<>();
        for (int at = COLORS; file.u8(at) != 0; at += COLOR_BYTES) {
            if (colors.size() == MOST_COLORS) {
                throw file.wrong(at, "the end of a list of up to " + MOST_COLORS + " colours", "one more");
            }
            colors.add(ThreadColor.ofRgb(file.u24be(at + 1)));
        }
        return colors;
    }

    private static void records(
            ByteSource file, int from, int most, List<ThreadColor> colors, List<ThreadColor> used, DesignReading design)
            throws FormatException {
        int at = from;
        for (int n = 0; n < most && design.goesOn(); n++, at += BYTES) {
            design.at(at);
            if (!file.holds(at, BYTES)) {
                design.endMissing();
                return;
            }
            int ctrl = file.u8(at);
            int dx = file.u8(at + 1);
            int dy = file.u8(at + 2);
            if ((ctrl & COMMAND) == 0) {
                move(ctrl, dx, dy, design);
            } else if (dx == END) {
                return;
            } else if (dx == CUT) {
                design.trim();
            } else if (dy == 0) {
                design.stop();
            } else {
                color(dy, colors, used, design);
            }
        }
    }

    private static void move(int ctrl, int right, int up, DesignReading design) {
        int dx = (ctrl & LEFT) == 0 ? right : -right;
        int dy = (ctrl & DOWN) == 0 ? -up : up;
        switch (ctrl & ~(LEFT | DOWN)) {
            case 0 -> design.stitchBy(dx, dy);
            case JUMP -> design.jumpBy(dx, dy);
            default -> design.unknown(ctrl);
        }
    }

    /** The first names what the design begins with; where something is sewn before it, that had the first of the list. */
    private static void color(int place, List<ThreadColor> colors, List<ThreadColor> used, DesignReading design) {
        if (colors.isEmpty()) {
            design.change();
            return;
        }
        if (used.isEmpty() && design.hasSewn()) {
            used.add(colors.get(0));
        }
        if (!used.isEmpty()) {
            design.change();
        }
        used.add(colors.get(Math.min(place, colors.size()) - 1));
    }
}
