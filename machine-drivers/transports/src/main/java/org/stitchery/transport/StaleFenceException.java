package org.stitchery.transport;

/** Refused: the port has already been taken under a higher fence, so the caller's right to the machine has passed on. */
public final class StaleFenceException extends TransportException {

    private static final long serialVersionUID = 1L;

    private final long offered;
    private final long stored;

    StaleFenceException(String port, long offered, long stored) {
        super(
                Reason.STALE_FENCE,
                port,
                "fence " + offered + " is older than " + stored + ", the highest this port has seen",
                "Another owner has taken the machine over; ask for it again before sending anything.");
        this.offered = offered;
        this.stored = stored;
    }

    public long offered() {
        return offered;
    }

    /** The highest fence the port has seen. */
    public long stored() {
        return stored;
    }
}
