package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Puts what a program writes to its standard error into the log, line by line, and no more of it than a log can bear. */
final class ComplaintLog {

    /** Taken at a time. */
    static final int PIECE_BYTES = 1024;

    /** Longest line that is kept; the rest of a longer one begins a line of its own. */
    private static final int LONGEST = 300;

    /** Lines in each second that reach the log. Taste: enough for a stack trace. */
    private static final int LINES_PER_SECOND = 50;

    private static final long SECOND_NANOS = 1_000_000_000;

    private final Consumer<String> log;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
    private final StringBuilder line = new StringBuilder();
    private String last = "";
    private long secondFromNanos = System.nanoTime();
    private int linesInSecond;
    private long dropped;

    ComplaintLog(Consumer<String> log) {
        this.log = log;
    }

    /** Takes what is there, a bounded piece of it at a time. */
    void take(ProgramStream complaints) throws IOException {
        piece.clear();
        if (complaints.read(piece) == 0) {
            return;
        }
        String text = new String(piece.array(), 0, piece.position(), StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || line.length() == LONGEST) {
                flush();
            }
            if (c != '\n' && c != '\r') {
                line.append(Character.isISOControl(c) ? '?' : c);
            }
        }
    }

    /** Ends the line that has begun. */
    void flush() {
        if (line.length() == 0) {
            return;
        }
        last = line.toString();
        line.setLength(0);
        long now = System.nanoTime();
        if (now - secondFromNanos >= SECOND_NANOS) {
            secondFromNanos = now;
            linesInSecond = 0;
            if (dropped > 0) {
                log.accept(dropped + " more lines were not kept");
                dropped = 0;
            }
        }
        if (++linesInSecond <= LINES_PER_SECOND) {
            log.accept(last);
        } else {
            dropped++;
        }
    }

    /** The last line there was, empty when there was none. */
    String last() {
        return last;
    }
}
