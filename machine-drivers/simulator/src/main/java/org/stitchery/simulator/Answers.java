package org.stitchery.simulator;

import java.util.Arrays;
import org.stitchery.simulator.line.Port;

/**
 * What a machine says on its way to the host. It may take a while: so long the host goes on sending, as it does when a
 * UART still has bytes in its queue. Confined to one thread.
 */
final class Answers {

    private final Port port;
    private final long wayNanos;
    private byte[] said = new byte[64];
    private int length;
    private long dueNanos;

    Answers(Port port, long wayNanos) {
        this.port = port;
        this.wayNanos = wayNanos;
    }

    /** The machine says this byte. */
    void say(byte b, long nowNanos) {
        if (length == 0) {
            dueNanos = nowNanos + wayNanos;
        }
        if (length == said.length) {
            said = Arrays.copyOf(said, 2 * length);
        }
        said[length++] = b;
    }

    /** Hands to the line what has come its way; when the next will have, {@link Long#MAX_VALUE} for nothing. */
    long send(long nowNanos) {
        if (length == 0) {
            return Long.MAX_VALUE;
        }
        if (dueNanos > nowNanos) {
            return dueNanos;
        }
        port.write(said, length);
        length = 0;
        return Long.MAX_VALUE;
    }
}
