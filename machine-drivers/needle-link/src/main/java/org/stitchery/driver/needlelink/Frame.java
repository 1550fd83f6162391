package org.stitchery.driver.needlelink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One message, as it stands between two zeros on the line.
 *
 * <pre>
 * 00  stuffed:  kind 1 | tag 1 | fields 0..244 | CRC-32 of all before it 4  00
 * </pre>
 *
 * <p>All numbers are little endian.
 *
 * @param kind what it is, 1 to 255
 * @param tag of the question it is or answers, 1 to 255; 0 when nobody asked
 * @param fields what the kind says
 */
record Frame(int kind, int tag, byte[] fields) {

    /** Kind, tag, fields and checksum together: one run of stuffing, so a microcontroller needs no more than 255 bytes. */
    static final int MOST_BYTES = 250;

    private static final int HEAD_BYTES = 2;
    private static final int CRC_BYTES = 4;
    static final int MOST_FIELD_BYTES = MOST_BYTES - HEAD_BYTES - CRC_BYTES;

    Frame {
        if (kind < 1 || kind > 255 || tag < 0 || tag > 255 || fields.length > MOST_FIELD_BYTES) {
            throw new IllegalArgumentException("A frame has a kind of 1 to 255, a tag of 0 to 255 and up to "
                    + MOST_FIELD_BYTES + " bytes, found " + kind + ", " + tag + " and " + fields.length);
        }
    }

    /** Ready for the line, with the zero before and behind. */
    byte[] encode() {
        ByteBuffer plain = ByteBuffer.allocate(HEAD_BYTES + fields.length + CRC_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) kind)
                .put((byte) tag)
                .put(fields);
        plain.putInt((int) crc(plain.array(), HEAD_BYTES + fields.length));
        byte[] stuffed = Cobs.encode(plain.array());
        byte[] line = new byte[stuffed.length + 2];
        System.arraycopy(stuffed, 0, line, 1, stuffed.length);
        return line;
    }

    /** Null when these bytes from between two zeros are no whole frame. */
    static @Nullable Frame decode(byte[] stuffed, int length) {
        byte[] plain = Cobs.decode(stuffed, length);
        if (plain == null || plain.length < HEAD_BYTES + CRC_BYTES || plain.length > MOST_BYTES || plain[0] == 0) {
            return null;
        }
        int end = plain.length - CRC_BYTES;
        int crc = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
        return crc == (int) crc(plain, end)
                ? new Frame(plain[0] & 0xFF, plain[1] & 0xFF, Arrays.copyOfRange(plain, HEAD_BYTES, end))
                : null;
    }

    static long crc(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }
}
