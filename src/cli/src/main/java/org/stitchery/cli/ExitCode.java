package org.stitchery.cli;

/** How a command ended, for scripts. */
final class ExitCode {

    /** It is done. */
    static final int OK = 0;
    /** It is done, and a finding says that the design must not be sewn like this. */
    static final int FINDING = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** A file cannot be read as what it should be, or cannot be written. */
    static final int BAD_FILE = 3;
    /** The machine or the line to it is not there, refuses, or was lost. */
    static final int MACHINE = 4;
    /** A fault of this program. */
    static final int BUG = 70;

    private ExitCode() {}
}
