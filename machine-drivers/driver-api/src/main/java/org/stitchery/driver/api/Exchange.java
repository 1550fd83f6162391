package org.stitchery.driver.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Work that takes time, cut into turns that never block.
 *
 * @param <T> what it ends with
 */
public interface Exchange<T> {

    /**
     * Does what can be done now and returns.
     *
     * @param nowNanos the host's monotonic clock
     * @return the result once ended, null while there is more to do. Not called again after a result.
     * @throws IOException when the transport fails; the host then calls {@link #ended(Ending)}
     */
    @Nullable
    T turn(long nowNanos) throws IOException;

    /**
     * Latest moment at which the next turn is wanted, in the host's nanoseconds; the host may turn earlier, for example
     * because bytes came in. Asked only after a turn that returned null.
     */
    long nextTurnNanos();

    /**
     * The host ends it from outside. Says what is known by now and does not touch the transport for it. Not called after
     * a result. The connection may be given another exchange afterwards when the reason was {@link Ending#DEADLINE}.
     */
    T ended(Ending why);

    /** Why a host ends an exchange. */
    enum Ending {
        /** The deadline passed. */
        DEADLINE,
        /** The transport failed or was closed by the other side. */
        LINK_LOST,
        /** The host gave up the port: lease lost, shutting down. */
        TAKEN_AWAY
    }
}
