package org.stitchery.transport;

import java.io.Closeable;
import org.stitchery.driver.api.Transport;

/** A line as the system gives it: neither paced nor locked. */
interface RawTransport extends Transport, Closeable {

    /** See {@link OpenTransport#modemLines()}. */
    boolean modemLines();

    /** See {@link OpenTransport#close()}: from any thread, idempotent, frees whoever is stuck. */
    @Override
    void close();
}
