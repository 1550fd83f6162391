package org.stitchery.simulator.needlelink;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Section 2 of the protocol as a small controller would do it: unstuffed byte by byte as they come, checksum without a
 * table.
 */
final class LinkFrames {

    private static final int MOST_BYTES = 250;
    private static final int SHORTEST = 6;

    private final byte[] plain = new byte[MOST_BYTES];
    private int length;
    private int leftOfRun;
    private boolean zeroDue;
    private boolean broken;
    private boolean empty = true;
    private final Queue<Byte> outgoing = new ArrayDeque<>();

    /** Takes one byte of the line; kind, tag and fields of the frame it ends, null when it ends none. */
    byte @Nullable [] take(byte b) {
        if (b == 0) {
            byte[] frame = whole();
            length = 0;
            leftOfRun = 0;
            zeroDue = false;
            broken = false;
            empty = true;
            return frame;
        }
        empty = false;
        if (leftOfRun > 0) {
            leftOfRun--;
            put(b);
        } else {
            if (zeroDue) {
                put((byte) 0);
            }
            leftOfRun = (b & 0xFF) - 1;
            zeroDue = (b & 0xFF) != 0xFF;
        }
        return null;
    }

    private void put(byte b) {
        if (length == MOST_BYTES) {
            broken = true;
        } else {
            plain[length++] = b;
        }
    }

    private byte @Nullable [] whole() {
        if (empty || broken || leftOfRun > 0 || length < SHORTEST) {
            return null;
        }
        int end = length - 4;
        int found = 0;
        for (int i = 3; i >= 0; i--) {
            found = found << 8 | plain[end + i] & 0xFF;
        }
        if (found != crc32(plain, 0, end)) {
            return null;
        }
        byte[] frame = new byte[end];
        System.arraycopy(plain, 0, frame, 0, end);
        return frame;
    }

    /** Puts kind, tag and fields on the line. */
    void send(byte[] frame) {
        int crc = crc32(frame, 0, frame.length);
        byte[] all = new byte[frame.length + 4];
        System.arraycopy(frame, 0, all, 0, frame.length);
        for (int i = 0; i < 4; i++) {
            all[frame.length + i] = (byte) (crc >>> 8 * i);
        }
        outgoing.add((byte) 0);
        int from = 0;
        while (from <= all.length) {
            int to = from;
            while (to < all.length && all[to] != 0) {
                to++;
            }
            outgoing.add((byte) (to - from + 1));
            for (int i = from; i < to; i++) {
                outgoing.add(all[i]);
            }
            from = to + 1;
        }
        outgoing.add((byte) 0);
    }

    /** The next byte for the line, -1 for none. */
    int poll() {
        Byte next = outgoing.poll();
        return next == null ? -1 : next & 0xFF;
    }

    /** Another host is on the line: nothing of the last one's is left. */
    void restart() {
        outgoing.clear();
        take((byte) 0);
    }

    static int crc32(byte[] bytes, int from, int to) {
        int crc = 0xFFFFFFFF;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) != 0 ? crc >>> 1 ^ 0xEDB88320 : crc >>> 1;
            }
        }
        return ~crc;
    }
}
