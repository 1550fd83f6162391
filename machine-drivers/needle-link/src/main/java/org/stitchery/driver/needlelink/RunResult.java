package org.stitchery.driver.needlelink;

import org.jspecify.annotations.Nullable;

/** How a run ended; the code on the line is the position here. */
enum RunResult {
    /** It has not. */
    OPEN,
    /** The needle came to the design's end. */
    SEWN,
    /** Taken back before the needle went down for it. */
    WITHDRAWN,
    /** Ended in the middle, by host or person. */
    ABORTED,
    /** The power went, and a person gave it up. */
    INTERRUPTED;

    static @Nullable RunResult of(int code) {
        return code < values().length ? values()[code] : null;
    }
}
