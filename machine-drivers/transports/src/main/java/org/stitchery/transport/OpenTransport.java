package org.stitchery.transport;

import org.stitchery.driver.api.Transport;

/**
 * A line that is open and ours.
 *
 * <p>Reading, writing and asking are confined to one thread at a time, as {@link Transport} says. {@link #close()} may
 * be called from any thread, also while another is inside a call; that call then ends with a {@link TransportException}.
 */
public non-sealed interface OpenTransport extends OpenLink, Transport {

    /** What the line carries at most; the host paces itself to it. */
    int bytesPerSecond();

    /**
     * True when CTS, DSR and their like can be read and set; decided once when the line was opened. A pseudo terminal, a
     * socket and some adapters have none, and what the system says about them there is worthless.
     */
    boolean modemLines();

    /**
     * Tells how long it is from one visit to the next, so that the line accepts enough to stay busy meanwhile and no more:
     * that much may still arrive after the machine has said wait.
     */
    default void visitedEvery(long nanos) {}

    @Override
    String name();

    /** Throws away what has not left, gives the port back, frees whoever is stuck in a call. Idempotent. */
    @Override
    void close();
}
