package org.stitchery.digitizer.svg;

/** A font that cannot be read. The message says what is wrong with it, for a finding. */
final class FontException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FontException(String message) {
        super(message);
    }

    FontException(String message, Throwable cause) {
        super(message, cause);
    }
}
