package org.stitchery.embroidery.format.tajima;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.dst.DstLabel;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.FrameRoom;
import org.stitchery.embroidery.format.record.NeedlePlan;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** What stands in front of a TBF's records. */
final class TbfHeader {

    static final int SIZE = 0x600;
    static final int NAME = 0x83;
    static final int NAME_LENGTH = 16;
    private static final int NEEDLES = 0x10A;
    static final int MOST_NEEDLES_NAMED = 256;

    private static final int TEXT = 0x80;
    private static final int COLORS = 0x20E;
    private static final int END_OF_TEXT = 0x376;
    private static final int COLOR_BYTES = 5;
    private static final int MOST_COLORS = (END_OF_TEXT - COLORS) / COLOR_BYTES;

    private TbfHeader() {}

    static boolean isIn(ByteSource file) {
        return file.says(NAME - 3, "LA:") && longName(file) >= 0;
    }

    static String name(ByteSource file) throws FormatException {
        String name = file.text(NAME, NAME_LENGTH + Math.max(0, longName(file)));
        int end = name.indexOf('\r');
        return end < 0 ? name : name.substring(0, end).strip();
    }

    /** The needle of a colour event, counted from 0; 0 for a stop and where none is named. */
    static int needle(ByteSource file, int event) throws FormatException {
        return event < MOST_NEEDLES_NAMED ? file.u8(NEEDLES + (long) longName(file) + event) : 0;
    }

    /**
     * By how much everything behind the name lies further back: some programs write names that are too long.
     *
     * @return in bytes; -1 when the needles and colours are nowhere
     */
    private static int longName(ByteSource file) {
        for (int by = 0; COLORS + by < SIZE; by++) {
            if (file.says(NEEDLES - 3L + by, "DO:") && file.says(COLORS - 3L + by, "DA:")) {
                return by;
            }
        }
        return -1;
    }

    /** The colours in their order, up to the first place without one. */
    static List<ThreadColor> threads(ByteSource file) throws FormatException {
        List<ThreadColor> threads = new ArrayList<>();
        for (int o = COLORS + longName(file); o + COLOR_BYTES <= SIZE && file.says(o, "E"); o += COLOR_BYTES) {
            threads.add(ThreadColor.ofRgb(file.u24be(o + 1)));
        }
        return threads;
    }

    /** Writes it; what does not fit is told. */
    static List<Finding> write(
            EmbroideryFormat format, StitchPattern pattern, NeedlePlan needles, long records, ByteSink out)
            throws IOException {
        List<Finding> findings = new ArrayList<>();
        String label = DstLabel.of(pattern.name(), NAME_LENGTH);
        if (!label.equalsIgnoreCase(pattern.name())) {
            findings.add(Losses.nameChanged(format, pattern.name(), label));
        }
        FrameRoom room = FrameRoom.of(pattern);
        int last = pattern.size() - 1;
        out.ascii("3.00", TEXT, ' ');
        out.ascii("LA:").ascii(label, NAME_LENGTH, ' ').ascii("\r");
        out.ascii("ST:").ascii(right(Math.min(records, 9_999_999), 7)).ascii("\r");
        out.ascii("CO:").ascii(right(Math.min(needles.blocks(), 999), 3)).ascii("\r");
        out.ascii("+X:").ascii(right(Math.min(room.right(), 99_999), 5)).ascii("\r");
        out.ascii("-X:").ascii(right(Math.min(room.left(), 99_999), 5)).ascii("\r");
        out.ascii("+Y:").ascii(right(Math.min(room.up(), 99_999), 5)).ascii("\r");
        out.ascii("-Y:").ascii(right(Math.min(room.down(), 99_999), 5)).ascii("\r");
        out.ascii("AX:").ascii(signed(pattern.x(last))).ascii("\r");
        out.ascii("AY:").ascii(signed(-pattern.y(last))).ascii("\r");
        out.ascii("TP:").ascii("EG/", 32, ' ').ascii("\r");
        out.ascii("JC:3\r");
        out.ascii("DO:");
        for (int block = 0; block < MOST_NEEDLES_NAMED; block++) {
            out.u8(block < needles.blocks() ? needles.needle(block) : 0);
        }
        out.ascii("\rDA:");
        List<ThreadColor> threads = pattern.threads();
        for (int i = 0; i < Math.min(MOST_COLORS, threads.size()); i++) {
            out.ascii("E").u24be(threads.get(i).rgb()).ascii(" ");
        }
        out.times((int) (END_OF_TEXT - COLORS - (long) Math.min(MOST_COLORS, threads.size()) * COLOR_BYTES), ' ');
        out.ascii("\r").u8(0x1A).times(SIZE - END_OF_TEXT - 2, ' ');
        if (threads.size() > MOST_COLORS || needles.blocks() > MOST_NEEDLES_NAMED) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "TOO_MANY_COLORS",
                    "The header has room for " + MOST_COLORS + " colours and " + MOST_NEEDLES_NAMED
                            + " needles; the design has " + needles.blocks()
                            + " colour blocks. The rest is left out."));
        }
        return findings;
    }

    private static String right(long value, int width) {
        return String.format("%" + width + "d", value);
    }

    private static String signed(int value) {
        return (value < 0 ? "-" : "+") + right(Math.min(Math.abs(value), 99_999), 5);
    }
}
