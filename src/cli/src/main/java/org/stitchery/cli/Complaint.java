package org.stitchery.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on. The message names file or port, place, and the way out, for the person who typed it. */
final class Complaint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Complaint(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** The command line asks for something that does not exist. */
    static Complaint usage(String message) {
        return new Complaint(ExitCode.USAGE, message, null);
    }

    /** A file is not what it should be. */
    static Complaint badFile(Object file, String what, @Nullable Throwable cause) {
        return new Complaint(ExitCode.BAD_FILE, file + ": " + what, cause);
    }

    /** Machine or line trouble. */
    static Complaint machine(String message, @Nullable Throwable cause) {
        return new Complaint(ExitCode.MACHINE, message, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
