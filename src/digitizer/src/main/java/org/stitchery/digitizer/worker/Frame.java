package org.stitchery.digitizer.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What travels between parent and child, either way:
 *
 * <pre>
 *   4 bytes  magic "STCH"
 *   1 byte   version of this protocol
 *   1 byte   kind, the ordinal of {@link Kind}
 *   4 bytes  length n of the payload
 *   4 bytes  CRC-32 of the payload
 *   n bytes  payload
 * </pre>
 *
 * All big-endian. Anything else is garbage, and whoever sends it is not spoken to again.
 */
record Frame(Kind kind, byte[] payload) {

    private static final int MAGIC = 0x53544348;
    private static final int VERSION = 1;

    /** Far above the largest answer: half a million stitches and their findings. */
    private static final int LONGEST = 64 << 20;

    enum Kind {
        /** Child to parent: ready. */
        HELLO,
        /** Parent to child: a request. */
        REQUEST,
        /** Child to parent: the drawing has been read, digitizing begins. */
        READ,
        /** Child to parent: a {@link WorkerResult.Done}. */
        DONE,
        /** Child to parent: a {@link WorkerResult.Inspected}. */
        INSPECTED,
        /** Child to parent: a {@link WorkerResult.Refused}. */
        REFUSED,
        /** Child to parent: an error, after which the child ends. */
        ERROR
    }

    private static final Kind[] KINDS = Kind.values();

    void write(DataOutputStream out) throws IOException {
        out.writeInt(MAGIC);
        out.writeByte(VERSION);
        out.writeByte(kind.ordinal());
        out.writeInt(payload.length);
        out.writeInt(checksum(payload));
        out.write(payload);
        out.flush();
    }

    /**
     * The next frame; null when the other side has closed between two frames.
     *
     * @throws IOException when it closes within one, or sends something that is no frame
     */
    static @Nullable Frame read(DataInputStream in) throws IOException {
        int first = in.read();
        if (first < 0) {
            return null;
        }
        int magic = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int version = in.readUnsignedByte();
        int kind = in.readUnsignedByte();
        int length = in.readInt();
        int checksum = in.readInt();
        if (magic != MAGIC || version != VERSION || kind >= KINDS.length || length < 0 || length > LONGEST) {
            throw new IOException(String.format(
                    "No frame of version %d: magic %08x, version %d, kind %d, length %d",
                    VERSION, magic, version, kind, length));
        }
        byte[] payload = in.readNBytes(length);
        if (payload.length < length) {
            throw new EOFException("Frame of " + length + " bytes ends after " + payload.length);
        }
        if (checksum(payload) != checksum) {
            throw new IOException("Frame of " + length + " bytes does not match its checksum");
        }
        return new Frame(KINDS[kind], payload);
    }

    private static int checksum(byte[] payload) {
        CRC32 crc = new CRC32();
        crc.update(payload);
        return (int) crc.getValue();
    }
}
