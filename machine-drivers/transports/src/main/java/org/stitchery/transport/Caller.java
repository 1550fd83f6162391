package org.stitchery.transport;

import org.stitchery.driver.api.RequestDesk.Reply;

/** Whoever stands at a desk, as the HTTP server sees them. Every method may be called from any thread. */
public interface Caller {

    /**
     * Begins to send an answer and returns at once. Says to the visit how much of the body was handed to the line, and
     * when it is over, well or not. To a {@code HEAD} it sends no body.
     */
    void answer(Reply reply, DeskVisit visit);

    /** Ends the connection at once, whatever is still under way. */
    void hangUp();
}
