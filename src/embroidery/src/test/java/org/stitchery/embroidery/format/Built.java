package org.stitchery.embroidery.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** A file put together piece by piece, for tests of formats that no writer of ours makes. */
public final class Built {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** These bytes, two digits each, blanks between them as they help the eye. */
    public Built hex(String digits) {
        bytes.writeBytes(HexFormat.of().parseHex(digits.replaceAll("\\s", "")));
        return this;
    }

    /** Plain text. */
    public Built text(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** One byte many times. */
    public Built times(int count, int value) {
        for (int i = 0; i < count; i++) {
            bytes.write(value);
        }
        return this;
    }

    /** Zeros up to this offset. */
    public Built upTo(int offset) {
        return times(offset - bytes.size(), 0);
    }

    /** Four bytes, the lowest first. */
    public Built u32(int value) {
        return times(1, value).times(1, value >> 8).times(1, value >> 16).times(1, value >> 24);
    }

    /** All of it. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
