package org.stitchery.simulator.machine;

import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent;

/**
 * How a machine is spoken to: bytes in, bytes out, and the next move for the needle when the {@link Mechanism} asks for
 * it. One protocol, one implementation; it holds the mechanism it was made with and never touches a ledger itself.
 *
 * <p>It has no clock and no thread: every call says what time it is, never going back, and {@link #turn} says when it
 * wants to be called again. Confined to one thread. Bytes can be anything, and none may make it throw.
 */
public interface Controller {

    /** Asks the host to go on, where a protocol has that. */
    byte XON = 0x11;
    /** Asks the host to wait, where a protocol has that. */
    byte XOFF = 0x13;

    /** Makes the controller of one machine. */
    @FunctionalInterface
    interface Maker {

        /**
         * @param mechanism what it commands, switched on
         * @param address where its line is, as {@code ListenAddress} reads it; some protocols say it to the host
         */
        Controller make(Mechanism mechanism, String address);
    }

    /** A host opened the line. */
    void lineOpened(long nowNanos);

    /** The host left; all it had sent was given to {@link #receive}. */
    void lineLost(long nowNanos);

    /** False while bytes on the line are to stay there, such as when another host's are not done with. */
    default boolean listens() {
        return true;
    }

    /** Bytes arrived at the speed of the line. */
    void receive(byte[] bytes, int length, long nowNanos);

    /**
     * So many bytes may come too late for the host to be blamed: whoever plays the machine was late, not the host. A
     * controller that counts overruns does not count these.
     */
    default void excuse(long bytes) {}

    /** The next byte for the host as 0 to 255, -1 for none. */
    int pollOutgoing();

    /**
     * The needle is free: what it does next. Called whenever nothing else is to be done, stitches before a thread break
     * being sewn again without asking.
     *
     * @param atNanos when it became free
     * @return null for nothing yet; asked again when something was received or a turn is due
     */
    @Nullable
    Move next(long atNanos);

    /**
     * Does what is due apart from the needle: answers, timers.
     *
     * @return when the next such thing will be, {@link Long#MAX_VALUE} for never
     */
    default long turn(long nowNanos) {
        return Long.MAX_VALUE;
    }

    /** The mechanism did this and has it in its ledger: each stitch, trim, break, stop, and all else. */
    default void noticed(LedgerEvent.Kind kind, long atNanos) {}

    /** The operator has put in the next cloth after an end: a new design may come. */
    default void ready(long atNanos) {}

    /** Somebody pressed reset at the panel: forget what was being sewn. The mechanism has done so. */
    void reset(long nowNanos);
}
