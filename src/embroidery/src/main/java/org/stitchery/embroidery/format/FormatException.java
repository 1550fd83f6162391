package org.stitchery.embroidery.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read as its format: says what, where, what should be there and what is. */
public final class FormatException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String format;
    private final long offset;
    private final String expected;
    private final String found;

    /**
     * @param format the format's title, or what it should have been
     * @param offset the place in the file, in bytes from its start
     * @param expected what should be there
     * @param found what is there
     */
    public FormatException(String format, long offset, String expected, String found) {
        this(format, offset, expected, found, null);
    }

    /** The same with the cause. */
    public FormatException(String format, long offset, String expected, String found, @Nullable Throwable cause) {
        super(format + ", byte " + offset + ": expected " + expected + ", found " + found, cause);
        this.format = format;
        this.offset = offset;
        this.expected = expected;
        this.found = found;
    }

    /** The format's title. */
    public String format() {
        return format;
    }

    /** The place in the file, in bytes from its start. */
    public long offset() {
        return offset;
    }

    /** What should be there. */
    public String expected() {
        return expected;
    }

    /** What is there. */
    public String found() {
        return found;
    }
}
