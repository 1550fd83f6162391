package org.stitchery.cli;

import java.io.PrintStream;

/**
 * One line on a terminal that is written over as work goes on; nothing at all where nobody watches. Work that is done in
 * no time never shows one. Confined to one thread at a time.
 */
final class ProgressLine implements AutoCloseable {

    private static final long SILENT_NANOS = 300_000_000;
    private static final long BETWEEN_NANOS = 100_000_000;

    private final PrintStream terminal;
    private final boolean watched;
    private long dueNanos = System.nanoTime() + SILENT_NANOS;
    private int shown;

    ProgressLine(Surroundings surroundings) {
        terminal = surroundings.err();
        watched = surroundings.errIsTerminal();
    }

    /** How far something is, 0 to 1. */
    void at(String what, double fraction) {
        if (watched && System.nanoTime() - dueNanos >= 0) {
            show(what + " " + Math.round(fraction * 100) + " %");
        }
    }

    /** Says so now. */
    void show(String line) {
        if (watched) {
            dueNanos = System.nanoTime() + BETWEEN_NANOS;
            terminal.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
            terminal.flush();
            shown = line.length();
        }
    }

    /** Clears the line for what is said next. */
    @Override
    public void close() {
        if (shown > 0) {
            terminal.print("\r" + " ".repeat(shown) + "\r");
            terminal.flush();
            shown = 0;
        }
    }
}
