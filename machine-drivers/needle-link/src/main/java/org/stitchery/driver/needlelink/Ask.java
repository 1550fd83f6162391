package org.stitchery.driver.needlelink;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What a host may ask; layouts as in PROTOCOL.md. Every question may be asked again without harm. */
final class Ask {

    static final int VERSION = 1;

    static final int HELLO = 0x01;
    static final int STATUS = 0x02;
    static final int ANNOUNCE = 0x03;
    static final int CHUNK = 0x04;
    static final int IDENTITY = 0x05;
    static final int RELEASE = 0x06;
    static final int PAUSE = 0x07;
    static final int RESUME = 0x08;
    static final int ABORT = 0x09;
    static final int EVENTS = 0x0A;
    static final int RUN = 0x0B;

    static final int LABEL_BYTES = 16;
    private static final int ANNOUNCE_BYTES = 53;
    private static final byte TELL_UNASKED = 1;

    private Ask() {}

    static Frame hello(int tag) {
        return new Frame(HELLO, tag, new byte[] {VERSION, VERSION, TELL_UNASKED});
    }

    static Frame status(int tag) {
        return new Frame(STATUS, tag, new byte[0]);
    }

    static Frame announce(int tag, long run, Announcement what) {
        byte[] label = what.label().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer fields = fields(ANNOUNCE_BYTES)
                .putInt((int) run)
                .putLong(what.fence())
                .putLong(what.attempt())
                .put((byte) what.format())
                .putInt(what.length())
                .putInt((int) what.crc32())
                .putInt(what.stitches())
                .putInt((int) what.fromStitch())
                .put(label);
        return new Frame(ANNOUNCE, tag, fields.array());
    }

    static Frame chunk(int tag, long run, int offset, byte[] design, int length) {
        ByteBuffer fields = fields(8 + length).putInt((int) run).putInt(offset).put(design, offset, length);
        return new Frame(CHUNK, tag, fields.array());
    }

    static Frame identity(int tag) {
        return new Frame(IDENTITY, tag, new byte[0]);
    }

    /** {@link #RELEASE}, {@link #PAUSE}, {@link #RESUME}, {@link #ABORT} or {@link #RUN}: about one run. */
    static Frame aboutRun(int kind, int tag, long run) {
        return new Frame(kind, tag, fields(4).putInt((int) run).array());
    }

    static Frame events(int tag, long from) {
        return new Frame(EVENTS, tag, fields(4).putInt((int) from).array());
    }

    private static ByteBuffer fields(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
