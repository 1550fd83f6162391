package org.stitchery.simulator.tape;

import java.util.ArrayDeque;
import org.stitchery.simulator.machine.Controller;

/**
 * The host as the machine sees it: whether it is on the line, whether it was asked to wait, and what is still to be said
 * to it.
 */
final class HostLine {

    private final ArrayDeque<Byte> outgoing = new ArrayDeque<>();
    private boolean open;
    private boolean left;
    private boolean nextWaits;
    private boolean held;

    /** True while a host is on the line whose bytes are heard. */
    boolean listens() {
        return open && !left;
    }

    /** True when the host has left and what it sent is not done with yet. */
    boolean left() {
        return left;
    }

    /** A host is there: true when it is heard at once, false when it has to wait for the rest of the last one. */
    boolean arrives() {
        nextWaits = left;
        return !left;
    }

    /** From now on this host is heard. */
    void begin() {
        open = true;
        held = false;
        outgoing.clear();
    }

    /** The host has left. */
    void leaves() {
        left = open;
    }

    /** The last host is done with; true when the next one waits. */
    boolean end() {
        left = false;
        open = false;
        boolean next = nextWaits;
        nextWaits = false;
        return next;
    }

    void askToWait() {
        if (listens() && !held) {
            held = true;
            outgoing.add(Controller.XOFF);
        }
    }

    void askToGoOn() {
        if (listens()) {
            held = false;
            outgoing.add(Controller.XON);
        }
    }

    /** Asks for pauses as the buffer fills and empties. */
    void pace(ReceiveBuffer buffer, boolean mayGoOn) {
        if (buffer.nearlyFull()) {
            askToWait();
        } else if (held && mayGoOn && buffer.nearlyEmpty()) {
            askToGoOn();
        }
    }

    /** The next byte for the host, -1 for none. */
    int poll() {
        Byte next = outgoing.poll();
        return next == null ? -1 : next;
    }
}
