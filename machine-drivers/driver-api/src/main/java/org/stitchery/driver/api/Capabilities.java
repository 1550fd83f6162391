package org.stitchery.driver.api;

import java.util.Set;

/**
 * What a driver can truly do; the service offers nothing else to the operator.
 *
 * @param delivery how a design gets there
 * @param flow who tells us to wait, and how
 * @param mostInFlightBytes most bytes that may be under way without an answer; 0 when the protocol has no answers
 * @param progress the finest progress it can see
 * @param identityReadback true when the machine can say which design it holds
 * @param telemetry what the machine reports by itself
 * @param pause who can pause
 * @param resume who can go on after a pause
 * @param abort who can end a delivery
 * @param restartAtStitch who can begin in the middle of a design
 */
public record Capabilities(
        Delivery delivery,
        Flow flow,
        int mostInFlightBytes,
        Progress progress,
        boolean identityReadback,
        Set<Telemetry> telemetry,
        Control pause,
        Control resume,
        Control abort,
        Control restartAtStitch) {

    public Capabilities {
        telemetry = Set.copyOf(telemetry);
    }

    public enum Delivery {
        PUSH_FILE,
        PULL_FILE,
        STREAM
    }

    public enum Flow {
        NONE,
        XON_XOFF,
        RTS_CTS,
        LINE_ACK,
        CHARACTER_COUNT,
        ECHO
    }

    public enum Progress {
        NONE,
        DELIVERED,
        LINE,
        STITCH
    }

    public enum Telemetry {
        NEEDLE,
        COLOR,
        THREAD_BREAK,
        BOBBIN,
        STOPPED,
        HOOP,
        COUNTER
    }

    /** Who can do something. */
    public enum Control {
        BY_HOST,
        BY_OPERATOR,
        NO
    }
}
