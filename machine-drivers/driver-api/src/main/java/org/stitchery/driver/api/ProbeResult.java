package org.stitchery.driver.api;

import java.util.Optional;

/**
 * What a probe found.
 *
 * @param state what the machine is known to be doing
 * @param detail one sentence for people
 * @param holds the design the machine says it holds; empty when it holds none or cannot say
 *     ({@link Capabilities#identityReadback()})
 */
public record ProbeResult(State state, String detail, Optional<HeldDesign> holds) {

    /** Of a machine that does not say what it holds. */
    public ProbeResult(State state, String detail) {
        this(state, detail, Optional.empty());
    }

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
