package org.stitchery.simulator.needlelink;

/** The numbers of PROTOCOL.md, sections 3 to 5. */
final class Codes {

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
    static final int ANSWER = 0x80;
    static final int EVENT = 0x40;
    static final int COUNTER = 0x41;
    static final int REFUSED = 0xFF;

    /** Positions are the codes on the line. */
    enum State {
        IDLE,
        RECEIVING,
        READY,
        WAITING,
        SEWING,
        THREAD_BREAK,
        COLOUR_WAIT,
        PAUSED,
        STOPPED,
        BOBBIN,
        NEEDS_PERSON,
        DONE,
        ERROR,
        LOST
    }

    /** Positions are the codes on the line. */
    enum Reason {
        NONE,
        BUSY,
        FENCE,
        RUN,
        FORMAT,
        TOO_LARGE,
        LABEL,
        FIELD,
        NEEDS_PERSON,
        NOT_PERMITTED,
        FROM_STITCH,
        DESIGN,
        UNKNOWN_KIND,
        MALFORMED,
        VERSION,
        FAULT
    }

    /** Positions are the codes on the line. */
    enum Result {
        OPEN,
        SEWN,
        WITHDRAWN,
        ABORTED,
        INTERRUPTED
    }

    /** Positions are the codes on the line. */
    enum Event {
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
        COLOUR_CHANGED,
        COLOUR_WAIT,
        BOBBIN,
        NEEDS_PERSON,
        SEWN,
        ABORTED,
        WITHDRAWN,
        LOST,
        FAULT,
        CLEARED
    }

    private Codes() {}
}
