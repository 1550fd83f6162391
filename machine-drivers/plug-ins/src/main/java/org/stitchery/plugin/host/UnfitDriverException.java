package org.stitchery.plugin.host;

/** What a JAR brings is no driver we can use; why is said in {@link #reason()} and one sentence. */
public final class UnfitDriverException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. The names go over the line between parent and child. */
    public enum Reason {
        /** No service entry, or one that names not exactly one class. */
        NO_SERVICE_ENTRY,
        /** The named class is missing or no driver. */
        NOT_A_DRIVER,
        /** The class cannot be loaded, made or asked for its description. */
        FAILS_TO_START
    }

    private final Reason reason;

    public UnfitDriverException(Reason reason, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
    }

    public UnfitDriverException(Reason reason, String sentence) {
        super(sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
