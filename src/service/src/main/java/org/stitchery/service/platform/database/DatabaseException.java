package org.stitchery.service.platform.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be had. The message is for the person who starts the service: what, where, and the way out. */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseException(String sentence) {
        super(sentence);
    }

    DatabaseException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
