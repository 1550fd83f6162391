package org.stitchery.driver.api;

import java.io.IOException;

/**
 * A driver's protocol, live on one transport.
 *
 * <p>Confined to one thread at a time: the host calls every method, and every {@link Exchange} it hands out, from one
 * pacing loop that serves many machines. Nothing here may block, sleep or start a thread; what takes time is an
 * {@link Exchange} that the host turns until it ends. Only one exchange runs at a time.
 */
public interface MachineConnection {

    /**
     * Hears what the machine says while no exchange runs: reads the transport and reports what it understands. Writes
     * nothing. The host calls it at its leisure, several times a second.
     *
     * @throws IOException when the transport fails; the host then ends the connection
     */
    void listen() throws IOException;

    /** Finds out whether a machine answers and what state it is in, without moving anything. */
    Exchange<ProbeResult> probe();

    /**
     * Hands a design over, or streams it. Bytes leave only while the returned exchange is turned.
     *
     * @throws IllegalStateException while another exchange runs
     */
    Exchange<Outcome> deliver(DeliveryOrder order);

    /**
     * Asks for a pause of the running delivery, as {@link Capabilities#pause()} says. Without effect when nothing runs.
     */
    void pause();

    /** Ends a pause. Without effect when nothing is paused. */
    void resume();

    /**
     * Ends the running delivery as soon as the machine allows. The exchange then ends with what is truly known, mostly
     * {@link Outcome.Unknown}. No further design byte leaves after this call. The machine may be left waiting for the rest
     * of the design; it often takes a person at its panel, or a new connection, before it takes another.
     */
    void abort();

    /**
     * The host has given this connection up and asks nothing of it any more; the link is gone by then. The last call. It
     * may come from another thread, even while a call hangs. For drivers that keep something outside themselves.
     */
    default void closed() {}
}
