package org.stitchery.embroidery.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Encoded bytes with their format. Immutable. */
public final class MachineFile {

    private final EmbroideryFormat format;
    private final byte[] bytes;

    private MachineFile(EmbroideryFormat format, byte[] bytes) {
        this.format = format;
        this.bytes = bytes;
    }

    /** Keeps the array, which the caller must not touch afterwards: for writers, which have just made it. */
    public static MachineFile owning(EmbroideryFormat format, byte[] bytes) {
        return new MachineFile(format, bytes);
    }

    /** The format of the bytes. */
    public EmbroideryFormat format() {
        return format;
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A read-only view of the bytes, without copying. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Writes all bytes; neither flushes nor closes. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    /** Equal when format and every byte are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof MachineFile that
                && format.id().equals(that.format.id())
                && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MachineFile[" + format.id() + ", " + bytes.length + " bytes]";
    }
}
