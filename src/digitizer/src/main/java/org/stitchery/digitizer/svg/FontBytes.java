package org.stitchery.digitizer.svg;

/** The bytes of a font, most significant first, read by position. Nothing outside them is ever read. */
final class FontBytes {

    private final byte[] bytes;
    private final int from;
    private final int length;

    FontBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private FontBytes(byte[] bytes, int from, int length) {
        this.bytes = bytes;
        this.from = from;
        this.length = length;
    }

    int length() {
        return length;
    }

    /** @throws FontException when the part does not lie within */
    FontBytes part(long offset, long partLength) {
        if (offset < 0 || partLength < 0 || offset + partLength > length) {
            throw new FontException("it breaks off");
        }
        return new FontBytes(bytes, from + (int) offset, (int) partLength);
    }

    /**
     * All from an offset on.
     *
     * @throws FontException when it does not lie within
     */
    FontBytes from(long offset) {
        return part(offset, length - offset);
    }

    int u8(int at) {
        if (at < 0 || at >= length) {
            throw new FontException("it breaks off");
        }
        return bytes[from + at] & 0xFF;
    }

    int u16(int at) {
        return u8(at) << 8 | u8(at + 1);
    }

    int s16(int at) {
        return (short) u16(at);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    /** Four letters that name a table or a feature. */
    String tag(int at) {
        char[] letters = new char[4];
        for (int i = 0; i < 4; i++) {
            letters[i] = (char) u8(at + i);
        }
        return new String(letters);
    }

    byte[] copy() {
        return java.util.Arrays.copyOfRange(bytes, from, from + length);
    }
}
