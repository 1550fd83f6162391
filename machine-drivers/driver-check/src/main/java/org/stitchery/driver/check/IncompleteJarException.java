package org.stitchery.driver.check;

/** A JAR lacks what a check needs; the message says what, and is meant for its author. */
public final class IncompleteJarException extends Exception {

    private static final long serialVersionUID = 1L;

    IncompleteJarException(String message) {
        super(message);
    }
}
