package org.stitchery.driver.needlelink;

import org.jspecify.annotations.Nullable;

/** What can happen at a machine; the code on the line is the position here. */
enum EventCode {
    NONE,
    POWERED_UP,
    ANNOUNCED,
    HELD,
    RELEASED,
    STARTED,
    THREAD_BROKE,
    BACKED_UP,
    RESUMED,
    PAUSED,
    STOPPED,
    COLOR_CHANGED,
    COLOR_WAIT,
    BOBBIN,
    NEEDS_PERSON,
    SEWN,
    ABORTED,
    WITHDRAWN,
    LOST,
    FAULT,
    CLEARED;

    static @Nullable EventCode of(int code) {
        return code > 0 && code < values().length ? values()[code] : null;
    }
}
