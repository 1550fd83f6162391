package org.stitchery.embroidery.format.colors;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * Lists with names and needles, the higher bytes first.
 *
 * <pre>
 * u32 1 | u32 8 | u32 bytes after this field | u32 uses
 * for each use: u16 length of this record | u16 number from 0 | R G B | u16 needle | name 00 | chart 00
 * </pre>
 */
final class InfRecords {

    private static final int HEADER = 16;
    private static final int COUNT = 12;
    private static final int COLOR = 4;
    private static final int NEEDLE = 7;
    private static final int NAME = 9;
    private static final int LONGEST_TEXT = 60;
    private static final String NO_TEXT = "Unknown";

    private InfRecords() {}

    static byte[] write(List<ColorUse> uses) {
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        for (int i = 0; i < uses.size(); i++) {
            records.writeBytes(record(i, uses.get(i)));
        }
        return ByteBuffer.allocate(HEADER + records.size())
                .putInt(1)
                .putInt(8)
                .putInt(4 + records.size())
                .putInt(uses.size())
                .put(records.toByteArray())
                .array();
    }

    private static byte[] record(int number, ColorUse use) {
        ThreadColor thread = use.thread();
        byte[] name = text((thread.code() + " " + thread.name()).strip());
        byte[] chart = text(thread.brand());
        int length = NAME + name.length + 1 + chart.length + 1;
        return ByteBuffer.allocate(length)
                .putShort((short) length)
                .putShort((short) number)
                .put((byte) (thread.rgb() >> 16))
                .put((byte) (thread.rgb() >> 8))
                .put((byte) thread.rgb())
                .putShort((short) use.needle())
                .put(name)
                .put((byte) 0)
                .put(chart)
                .put((byte) 0)
                .array();
    }

    /** Machines of that age know no other letters. */
    private static byte[] text(String words) {
        String plain = words.replaceAll("[^ -~]", "?");
        String cut = plain.substring(0, Math.min(LONGEST_TEXT, plain.length()));
        return (cut.isEmpty() ? NO_TEXT : cut).getBytes(StandardCharsets.US_ASCII);
    }

    static List<ColorUse> read(ByteSource file) throws FormatException {
        if (file.u32be(0) != 1) {
            throw file.wrong(0, "00000001", "%08X".formatted(file.u32be(0)));
        }
        long count = file.u32be(COUNT);
        if (count > ColorList.MOST_USES) {
            throw file.wrong(COUNT, "up to " + ColorList.MOST_USES + " colours", Long.toString(count));
        }
        List<ColorUse> uses = new ArrayList<>();
        int at = HEADER;
        while (uses.size() < count) {
            int length = file.u16be(at);
            if (length < NAME || !file.holds(at, length)) {
                throw file.wrong(
                        at, "a record of " + NAME + " or more bytes within the file", Integer.toString(length));
            }
            uses.add(use(file, at, length));
            at += length;
        }
        return uses;
    }

    private static ColorUse use(ByteSource file, int at, int length) throws FormatException {
        int end = at + length;
        int name = at + NAME;
        int behindName = nul(file, name, end);
        int chart = Math.min(behindName + 1, end);
        int behindChart = nul(file, chart, end);
        ThreadColor thread = new ThreadColor(
                file.u24be(at + (long) COLOR),
                known(file.text(chart, behindChart - chart)),
                "",
                known(file.text(name, behindName - name)));
        return new ColorUse(thread, file.u16be(at + (long) NEEDLE));
    }

    private static int nul(ByteSource file, int from, int end) throws FormatException {
        int at = from;
        while (at < end && file.u8(at) != 0) {
            at++;
        }
        return at;
    }

    private static String known(String text) {
        return text.equals(NO_TEXT) ? "" : text;
    }
}
