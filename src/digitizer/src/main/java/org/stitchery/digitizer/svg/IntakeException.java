package org.stitchery.digitizer.svg;

/**
 * A drawing is refused. The message is a sentence a customer can act on; it never repeats anything from the file and
 * names no place on the server.
 */
public final class IntakeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final RefusalCode code;

    public IntakeException(RefusalCode code, String message) {
        super(message);
        this.code = code;
    }

    /** The reason, for programs. */
    public RefusalCode code() {
        return code;
    }
}
