package org.stitchery.driver.needlelink;

import org.jspecify.annotations.Nullable;

/** Finds frames in what comes in, whatever was lost or added between them. */
final class FrameReader {

    /** A frame's bytes with one of stuffing; what is longer is none. */
    private static final int MOST_STUFFED = Frame.MOST_BYTES + 1;

    private final byte[] stuffed = new byte[MOST_STUFFED];
    private int length;
    private boolean tooLong;
    private long damaged;

    /** Takes the next byte; the frame it ends, null when it ends none. */
    @Nullable
    Frame take(byte next) {
        if (next != 0) {
            tooLong |= length == MOST_STUFFED;
            if (!tooLong) {
                stuffed[length++] = next;
            }
            return null;
        }
        Frame frame = tooLong ? null : Frame.decode(stuffed, length);
        if (frame == null && (length > 0 || tooLong)) {
            damaged++;
        }
        length = 0;
        tooLong = false;
        return frame;
    }

    /** How often something came that was no frame. */
    long damaged() {
        return damaged;
    }
}
