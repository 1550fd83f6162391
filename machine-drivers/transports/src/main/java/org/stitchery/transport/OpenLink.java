package org.stitchery.transport;

import java.io.Closeable;

/**
 * A link to a machine that is open and ours. {@link #close()} may be called from any thread, also while another is inside
 * a call; that call then ends with an exception.
 */
public sealed interface OpenLink extends Closeable permits OpenTransport, OpenFilePlace, OpenDesk {

    /** For people, without any secret. */
    String name();

    /**
     * Records on the link itself under which right it is used from now on. It survives this process.
     *
     * @throws StaleFenceException when a higher one was recorded before
     * @throws TransportException when it cannot be recorded
     */
    void raiseFence(long fence) throws TransportException;

    /** The highest fence recorded on the link, 0 when there never was one. */
    long fence();

    /** Gives the link back, frees whoever is stuck in a call. Idempotent. */
    @Override
    void close();
}
