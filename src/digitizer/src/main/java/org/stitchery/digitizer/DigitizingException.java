package org.stitchery.digitizer;

/** A drawing cannot be digitized within its budget. The message is a sentence a customer can act on. */
public final class DigitizingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why, for programs. */
    public enum Code {
        /** Outlines cross each other or themselves too often. */
        E_GEOMETRY_BUDGET,
        /** The design would need too many stitches. */
        E_STITCH_BUDGET,
        /** The work took too long. */
        E_TIME_BUDGET
    }

    private final Code code;

    public DigitizingException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /** The reason, for programs. */
    public Code code() {
        return code;
    }
}
