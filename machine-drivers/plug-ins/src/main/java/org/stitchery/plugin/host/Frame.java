package org.stitchery.plugin.host;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/**
 * One message between parent and child.
 *
 * <pre>
 * 4 bytes  length of what follows, big-endian, 1 to {@link #LARGEST_BYTES}
 * 1 byte   {@link Kind}, its place in the list below
 * rest     content, see {@link Pack}
 * </pre>
 *
 * The parent asks, one thing at a time, and each question ends with {@code DONE}, {@code TURNED} or {@code FAILED}. While it
 * is being answered the child may send {@code WRITE} or {@code DISCARD}, which the parent answers with {@code TAKEN}, and
 * everything that needs no answer at once.
 */
public record Frame(Kind kind, byte[] content) {

    /** A design, with room for what stands around it. */
    static final int LARGEST_BYTES = 64 * 1024 * 1024;

    /** Parent's first, child's after. The order is part of the protocol; new ones go to the end. */
    public enum Kind {
        /** What are you? Answered with DESCRIBED. */
        DESCRIBE,
        /** Settings. Answered with CAPABLE. */
        CAPABILITIES,
        /** Settings, name of the link. Answered with DONE. */
        OPEN,
        /** State of the line. Answered with DONE. */
        LISTEN,
        /** Begins an exchange. Answered with DONE. */
        PROBE,
        /** An order; begins an exchange. Answered with DONE. */
        DELIVER,
        /** The parent's clock, state of the line. Answered with TURNED. */
        TURN,
        /** Why. Answered with DONE. */
        ENDED,
        /** Answered with DONE, as the next two. */
        PAUSE,
        RESUME,
        ABORT,
        /** Answers WRITE and DISCARD: bytes, bytes still unsent. When the line fails there is no answer, only the end. */
        TAKEN,
        /** Number of an errand, what came of it. No answer. */
        ERRAND_OVER,
        /** Number, a question at the desk. No answer. */
        QUESTION,

        /** Reason, sentence: it cannot go on. */
        FAILED,
        DESCRIBED,
        CAPABLE,
        /** How many inbound bytes the driver has not read yet; what the line's failure was, if it failed. */
        DONE,
        /** The same, when the next turn is wanted, what the exchange ended with, if it ended. */
        TURNED,
        /** Bytes for the line. */
        WRITE,
        /** Take back what has not left. */
        DISCARD,
        /** Number, an errand at a file place. */
        ERRAND,
        /** Number of the question, number of the errand, the reply. */
        REPLY,
        /** An event. */
        REPORT,
        /** A line for the log. */
        LOG,

        /** Parent's: settings, a label. What does a barcode reader have to be shown? Answered with BARCODE. */
        SCANNED,
        /** Child's: a text or none. */
        BARCODE;

        private static final Kind[] ALL = values();
    }

    /** @throws IOException also for what is no frame */
    public static Frame read(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > LARGEST_BYTES) {
            throw new IOException("a message of " + Integer.toUnsignedLong(length) + " bytes");
        }
        int kind = in.readUnsignedByte();
        if (kind >= Kind.ALL.length) {
            throw new IOException("a message of unknown kind " + kind);
        }
        // Piece by piece: a wrong length must not cost memory that nobody sends.
        byte[] content = in.readNBytes(length - 1);
        if (content.length < length - 1) {
            throw new EOFException("a message that breaks off");
        }
        return new Frame(Kind.ALL[kind], content);
    }

    public void write(OutputStream out) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(5 + content.length);
        all.putInt(1 + content.length).put((byte) kind.ordinal()).put(content);
        out.write(all.array());
        out.flush();
    }
}
