package org.stitchery.transport;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A line that cannot be opened or is no longer there: what happened, where, and the way out. */
public class TransportException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for code that has to choose. */
    public enum Reason {
        /** No such device, no such host name. */
        NO_SUCH_PORT,
        /** Somebody else holds it: another process of ours, another program, another client of a port server. */
        BUSY,
        /** It is there and turned us away: no permission, connection refused, parameters not possible. */
        REFUSED,
        /** Nothing answered in time. */
        SILENT,
        /** It was open and is gone. */
        LOST,
        /** A newer owner has been here; see {@link StaleFenceException}. */
        STALE_FENCE
    }

    private final Reason reason;
    private final String port;
    private final String message;

    /**
     * @param reason what happened
     * @param port where, as a person would write it
     * @param what what was found, without the port
     * @param wayOut what to do about it
     */
    public TransportException(Reason reason, String port, String what, String wayOut, @Nullable Throwable cause) {
        super(port + ": " + what + ". " + wayOut, cause);
        this.message = port + ": " + what + ". " + wayOut;
        this.reason = reason;
        this.port = port;
    }

    public TransportException(Reason reason, String port, String what, String wayOut) {
        this(reason, port, what, wayOut, null);
    }

    public Reason reason() {
        return reason;
    }

    public String port() {
        return port;
    }

    @Override
    public String getMessage() {
        return message;
    }

    static TransportException lost(String port, String what, @Nullable Throwable cause) {
        return new TransportException(
                Reason.LOST, port, what, "Check cable, power and address of the machine, then connect again.", cause);
    }
}
