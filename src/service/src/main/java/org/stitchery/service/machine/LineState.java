package org.stitchery.service.machine;

/** What is true of a machine's line, whatever is sewn on it. */
enum LineState {
    UNKNOWN,
    CLOSED,
    CONNECTING,
    OPEN,
    /** Somebody else holds the port. */
    TAKEN
}
