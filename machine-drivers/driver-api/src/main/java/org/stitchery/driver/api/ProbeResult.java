package org.stitchery.driver.api;

/**
 * What a probe found.
 *
 * @param state what the machine is known to be doing
 * @param detail one sentence for people
 */
public record ProbeResult(State state, String detail) {

    public enum State {
        /** It answers and can take a design. */
        READY,
        /** It answers and is busy or waits for a person. */
        BUSY,
        /** The line is open; this protocol has no way of asking. */
        LINE_OPEN,
        /** Nothing answered in time. */
        SILENT
    }
}
