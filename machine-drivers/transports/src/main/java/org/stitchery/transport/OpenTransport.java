package org.stitchery.transport;

import java.io.Closeable;
import org.stitchery.driver.api.Transport;

/**
 * A line that is open and ours.
 *
 * <p>Reading, writing and asking are confined to one thread at a time, as {@link Transport} says. {@link #close()} may
 * be called from any thread, also while another is inside a call; that call then ends with a {@link TransportException}.
 */
public interface OpenTransport extends Transport, Closeable {

    /** What the line carries at most; the host paces itself to it. */
    int bytesPerSecond();

    /**
     * True when CTS, DSR and their like can be read and set; decided once when the line was opened. A pseudo terminal, a
     * socket and some adapters have none, and what the system says about them there is worthless.
     */
    boolean modemLines();

    /**
     * Records on the port itself under which right it is used from now on. It survives this process.
     *
     * @throws StaleFenceException when a higher one was recorded before
     * @throws TransportException when it cannot be recorded
     */
    void raiseFence(long fence) throws TransportException;

    /** The highest fence recorded on the port, 0 when there never was one. */
    long fence();

    /** Throws away what has not left, gives the port back, frees whoever is stuck in a call. Idempotent. */
    @Override
    void close();
}
