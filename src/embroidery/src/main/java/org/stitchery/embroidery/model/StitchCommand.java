package org.stitchery.embroidery.model;

/** What the machine does at one position of a {@link StitchPattern}. */
public enum StitchCommand {
    /** The frame moves to the position and the needle goes down there. */
    STITCH,
    /** The frame moves to the position with the needle up; the thread is carried along uncut. */
    JUMP,
    /** The thread is cut at the position; the next move carries none. */
    TRIM,
    /** The machine takes the next thread of the pattern. */
    COLOR_CHANGE,
    /** The machine stops for the operator and goes on with the same thread. */
    STOP,
    /** Nothing follows. Only ever the last command. */
    END;

    private static final StitchCommand[] BY_CODE = values();

    /** The inverse of {@link #ordinal()}, without copying the values. */
    static StitchCommand ofCode(byte code) {
        return BY_CODE[code];
    }
}
