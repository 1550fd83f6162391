package org.stitchery.service.platform;

/**
 * A request that cannot be fulfilled, said so that a person can act on it. Becomes problem JSON for programs and a page
 * for browsers, in {@link ProblemMapper} alone.
 */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    /**
     * @param status HTTP status, 400 to 599
     * @param code stable and machine-readable, upper case with underscores: {@code RUN_CHANGED_MEANWHILE}
     * @param sentence what happened and the way out, for a person; no internals, no secrets
     */
    public ProblemException(int status, String code, String sentence) {
        super(sentence);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("A problem needs a status from 400 to 599, got " + status);
        }
        this.status = status;
        this.code = code;
    }

    /** There is no such thing, or none that this person may see. */
    public static ProblemException notFound(String code, String sentence) {
        return new ProblemException(404, code, sentence);
    }

    /** Somebody was faster, or the thing is no longer in the state it was asked in. */
    public static ProblemException conflict(String code, String sentence) {
        return new ProblemException(409, code, sentence);
    }

    /** Understood, and not possible with these values. */
    public static ProblemException unprocessable(String code, String sentence) {
        return new ProblemException(422, code, sentence);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
