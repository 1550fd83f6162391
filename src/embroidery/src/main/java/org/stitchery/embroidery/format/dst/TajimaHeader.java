package org.stitchery.embroidery.format.dst;

import java.io.IOException;
import java.util.List;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.Losses;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.format.record.FrameRoom;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * Tajima's header of 512 bytes, for the formats that put other records behind it. What it says is told at
 * {@link DstHeader}'s fields; readers believe its name only.
 */
public final class TajimaHeader {

    /** Most characters of a name. */
    public static final int LABEL_LENGTH = DstHeader.LABEL_LENGTH;

    private TajimaHeader() {}

    /** True when the file begins with one. */
    public static boolean isIn(ByteSource file) {
        return file.says(0, "LA:");
    }

    /**
     * Where the records behind it begin.
     *
     * @throws FormatException when the file does not begin with one, or ends with it
     */
    public static int requiredIn(ByteSource file) throws FormatException {
        if (file.size() <= DstHeader.SIZE) {
            throw file.wrong(
                    file.size(), "a header of " + DstHeader.SIZE + " bytes and records", "the end of the file");
        }
        if (!isIn(file)) {
            throw file.wrong(0, "\"LA:\"", "\"" + file.text(0, 3).replaceAll("\\p{Cntrl}", "?") + "\"");
        }
        return DstHeader.SIZE;
    }

    /** The design's name. */
    public static String name(ByteSource file) throws FormatException {
        String line = file.text(3, LABEL_LENGTH);
        int end = line.indexOf('\r');
        return (end < 0 ? line : line.substring(0, end)).strip();
    }

    /**
     * Writes one.
     *
     * @param records that follow, the end included
     * @return what it says differently from the pattern
     */
    public static List<Finding> write(
            EmbroideryFormat format, StitchPattern pattern, WriteOptions options, long records, ByteSink out)
            throws IOException {
        String label = DstLabel.of(pattern.name(), LABEL_LENGTH);
        FrameRoom room = FrameRoom.of(pattern);
        int last = pattern.size() - 1;
        int changes = pattern.count(StitchCommand.COLOR_CHANGE) + pattern.count(StitchCommand.STOP);
        byte[] header = new byte[DstHeader.SIZE];
        new DstHeader(
                        label,
                        (int) Math.min(records, DstHeader.MOST_RECORDS),
                        options.countsAtLeastOneColor() ? Math.max(1, changes) : changes,
                        room.right(),
                        room.left(),
                        room.up(),
                        room.down(),
                        pattern.x(last),
                        pattern.y(last),
                        List.of())
                .encode(header);
        out.bytes(header);
        return label.equalsIgnoreCase(pattern.name())
                ? List.of()
                : List.of(Losses.nameChanged(format, pattern.name(), label));
    }
}
