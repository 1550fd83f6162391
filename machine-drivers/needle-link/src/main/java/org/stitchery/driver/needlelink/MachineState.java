package org.stitchery.driver.needlelink;

import org.jspecify.annotations.Nullable;

/** What a machine is about; the code on the line is the position here. */
enum MachineState {
    IDLE("idle"),
    RECEIVING("receiving a design"),
    READY("holding a design"),
    WAITING("waiting for a person to press start"),
    SEWING("sewing"),
    THREAD_BREAK("standing with a broken thread"),
    COLOR_WAIT("waiting for another thread"),
    PAUSED("paused by its host"),
    STOPPED("stopped by a person"),
    BOBBIN("waiting for a bobbin"),
    NEEDS_PERSON("waiting for a person"),
    DONE("done"),
    ERROR("in error"),
    LOST("back after losing its power in the middle of a design");

    private final String words;

    MachineState(String words) {
        this.words = words;
    }

    /** As in "the machine is ...". */
    String words() {
        return words;
    }

    /** A design may be announced; the machine itself has the last word. */
    boolean takesDesign() {
        return this == IDLE || this == RECEIVING || this == READY || this == DONE;
    }

    static @Nullable MachineState of(int code) {
        return code < values().length ? values()[code] : null;
    }
}
