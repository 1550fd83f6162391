package org.stitchery.driver.needlelink;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of a frame, read in their order. Bytes behind those we know are for later versions and are left unread. */
final class Fields {

    private final ByteBuffer bytes;

    private Fields(Frame frame) {
        this.bytes = ByteBuffer.wrap(frame.fields()).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What a frame says, null when it is too short for it or holds a code that does not exist. */
    static <T> @Nullable T read(Frame frame, Function<Fields, @Nullable T> reading) {
        try {
            return reading.apply(new Fields(frame));
        } catch (BufferUnderflowException e) {
            return null;
        }
    }

    int u8() {
        return bytes.get() & 0xFF;
    }

    int u16() {
        return bytes.getShort() & 0xFFFF;
    }

    long u32() {
        return bytes.getInt() & 0xFFFF_FFFFL;
    }

    long u64() {
        return bytes.getLong();
    }

    /** Text of so many bytes, filled up with zeros; anything unprintable becomes a question mark. */
    String text(int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        String all = new String(text, StandardCharsets.ISO_8859_1);
        int end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end)).replaceAll("[^ -~]", "?");
    }
}
