package org.stitchery.driver.api;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Bytes both ways, lent to a driver by the host. Never blocks. Confined to the host's loop thread. The host paces it:
 * {@link #write} accepts no more than the line can carry by now, so what was accepted is on the wire or nearly so.
 */
public non-sealed interface Transport extends Link {

    /**
     * Hands over as many bytes as the line takes now.
     *
     * @return how many were accepted, 0 when the line is full or held
     * @throws IOException when the line is gone or no longer ours
     */
    int write(ByteBuffer from) throws IOException;

    /**
     * Takes what has come in.
     *
     * @return bytes read, 0 for none, -1 when the other side ended the line
     * @throws IOException when the line is gone or no longer ours
     */
    int read(ByteBuffer into) throws IOException;

    /** Bytes accepted by {@link #write} that are known not to have left yet; 0 when nothing is known to be waiting. */
    int unsent() throws IOException;

    /** False while hardware handshake tells us to wait; true where there is none. */
    boolean clearToSend() throws IOException;

    /**
     * Throws away what was accepted and has not left, as far as the line can. For abort.
     *
     * @return bytes thrown away, -1 when that cannot be told
     */
    int discardUnsent() throws IOException;
}
