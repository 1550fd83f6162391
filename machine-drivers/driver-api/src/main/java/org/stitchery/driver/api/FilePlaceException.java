package org.stitchery.driver.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file place did not do what it was asked: what was asked, where, what was found, the way out. */
public class FilePlaceException extends IOException {

    private static final long serialVersionUID = 1L;

    /** What went wrong, for code that has to choose. */
    public enum Reason {
        /** The name is there already; nothing was changed. */
        TAKEN,
        /** The file is not there; nothing was changed. */
        MISSING,
        /** No room is left; a part of the file may be there. */
        FULL,
        /** The place turned it down; nothing was changed. */
        REFUSED,
        /** No answer came: it may have been done or not. */
        UNANSWERED
    }

    private final Reason reason;

    /**
     * @param reason what went wrong
     * @param message place, what was asked, what was found and the way out, in sentences
     */
    public FilePlaceException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
