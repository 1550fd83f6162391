package org.stitchery.embroidery.format.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.stitchery.embroidery.format.FormatException;

/**
 * A file's bytes, looked at by offset. Whatever lies beyond the end is a {@link FormatException} that names the place;
 * numbers are never trusted further than that. Only reads the array.
 */
public final class ByteSource {

    /** Old files are of Western Europe's Windows where they are not plain ASCII. */
    public static final Charset WESTERN = Charset.forName("windows-1252");

    private final String title;
    private final byte[] content;

    /** @param title of the format, for messages */
    public ByteSource(String title, byte[] content) {
        this.title = title;
        this.content = content;
    }

    /** How many bytes there are. */
    public int size() {
        return content.length;
    }

    /** True when so many bytes lie at the offset; false also for offsets and counts below 0. */
    public boolean holds(long offset, long bytes) {
        return offset >= 0 && bytes >= 0 && offset <= content.length - bytes;
    }

    /** One byte, 0 to 255. */
    public int u8(long offset) throws FormatException {
        return content[at(offset, 1)] & 0xFF;
    }

    /** One byte, -128 to 127. */
    public int i8(long offset) throws FormatException {
        return content[at(offset, 1)];
    }

    /** Two bytes, the lower first, 0 to 65,535. */
    public int u16(long offset) throws FormatException {
        int o = at(offset, 2);
        return content[o] & 0xFF | (content[o + 1] & 0xFF) << 8;
    }

    /** Two bytes, the lower first, with sign. */
    public int i16(long offset) throws FormatException {
        return (short) u16(offset);
    }

    /** Two bytes, the higher first, 0 to 65,535. */
    public int u16be(long offset) throws FormatException {
        int o = at(offset, 2);
        return (content[o] & 0xFF) << 8 | content[o + 1] & 0xFF;
    }

    /** Two bytes, the higher first, with sign. */
    public int i16be(long offset) throws FormatException {
        return (short) u16be(offset);
    }

    /** Three bytes, the lowest first, 0 to 16,777,215. */
    public int u24(long offset) throws FormatException {
        int o = at(offset, 3);
        return content[o] & 0xFF | (content[o + 1] & 0xFF) << 8 | (content[o + 2] & 0xFF) << 16;
    }

    /** Three bytes, the lowest first, with sign. */
    public int i24(long offset) throws FormatException {
        return u24(offset) << 8 >> 8;
    }

    /** Three bytes, the highest first, 0 to 16,777,215. */
    public int u24be(long offset) throws FormatException {
        int o = at(offset, 3);
        return (content[o] & 0xFF) << 16 | (content[o + 1] & 0xFF) << 8 | content[o + 2] & 0xFF;
    }

    /** Three bytes, the highest first, with sign. */
    public int i24be(long offset) throws FormatException {
        return u24be(offset) << 8 >> 8;
    }

    /** Four bytes, the lowest first, 0 to 4,294,967,295. */
    public long u32(long offset) throws FormatException {
        return u16(offset) | (long) u16(offset + 2) << 16;
    }

    /** Four bytes, the lowest first, with sign. */
    public int i32(long offset) throws FormatException {
        return (int) u32(offset);
    }

    /** Four bytes, the highest first, 0 to 4,294,967,295. */
    public long u32be(long offset) throws FormatException {
        return (long) u16be(offset) << 16 | u16be(offset + 2);
    }

    /** Four bytes, the highest first, with sign. */
    public int i32be(long offset) throws FormatException {
        return (int) u32be(offset);
    }

    /** True when these bytes lie at the offset. */
    public boolean says(long offset, byte... expected) {
        if (!holds(offset, expected.length)) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (content[(int) offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** True when this plain text lies at the offset. */
    public boolean says(long offset, String expected) {
        return says(offset, expected.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Text of a fixed length, without what stands behind a NUL and without blanks around: in the code page of old Windows,
     * unless it reads as UTF-8, which newer programs write.
     */
    public String text(long offset, int bytes) throws FormatException {
        return text(offset, bytes, isUtf8(at(offset, bytes), bytes) ? StandardCharsets.UTF_8 : WESTERN);
    }

    private boolean isUtf8(int offset, int bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content, offset, bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Text of a fixed length in another encoding; malformed bytes become replacement characters. */
    public String text(long offset, int bytes, Charset charset) throws FormatException {
        String whole = new String(content, at(offset, bytes), bytes, charset);
        int nul = whole.indexOf('\0');
        return (nul < 0 ? whole : whole.substring(0, nul)).strip();
    }

    /**
     * Makes sure that an offset found in the file leads into it.
     *
     * @param where the place at which it was found
     * @return the same offset
     */
    public int inside(long offset, long where, String what) throws FormatException {
        if (offset < 0 || offset > content.length) {
            throw new FormatException(
                    title,
                    Math.min(where, content.length),
                    what + " within the " + content.length + " bytes of the file",
                    Long.toString(offset));
        }
        return (int) offset;
    }

    /** An exception of this format at a place of this file. */
    public FormatException wrong(long offset, String expected, String found) {
        return new FormatException(title, Math.max(0, Math.min(offset, content.length)), expected, found);
    }

    private int at(long offset, int bytes) throws FormatException {
        if (!holds(offset, bytes)) {
            throw wrong(offset, bytes + (bytes == 1 ? " more byte" : " more bytes"), "the end of the file");
        }
        return (int) offset;
    }
}
