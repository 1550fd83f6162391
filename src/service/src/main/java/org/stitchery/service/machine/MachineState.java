package org.stitchery.service.machine;

/** What is true of a machine now, in the words of the floor. */
public enum MachineState {
    /** Nobody has tried its line yet. */
    UNKNOWN,
    /** Its line cannot be opened. */
    OFFLINE,
    /** Its line is being opened. */
    CONNECTING,
    /** Its line is open and nothing is under way. */
    IDLE,
    /** A person has hooped a garment for its next run. */
    RESERVED,
    /** A run has its needle. */
    BUSY,
    /** A person has to look: paused, suspect, or a fault. */
    ATTENTION,
    /** An operator took it out of service. */
    OUT_OF_SERVICE,
    /** Somebody else holds its line. */
    CONFLICT
}
