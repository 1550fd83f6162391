package org.stitchery.embroidery.format.exp;

import java.io.IOException;
import org.stitchery.embroidery.format.record.ByteSink;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/** A pattern as records, positions never drifting: each move is counted from where the last one ended. */
final class ExpRecords {

    /** -128 is the mark of a command, so moves end at 127. */
    static final int LONGEST_MOVE = 127;

    static final int COMMAND = 0x80;
    static final int COLOR_CHANGE = 0x01;
    static final int STITCH = 0x02;
    static final int JUMP = 0x04;
    static final int TRIM = 0x80;

    /** What genuine files have behind a cut. */
    private static final int TRIM_FILLER = 0x07;

    private final ByteSink out;
    private final boolean trims;
    private int x;
    private int y;
    private int splitStitches;

    private ExpRecords(boolean trims, ByteSink out) {
        this.trims = trims;
        this.out = out;
    }

    /** Writes all of a design; there is nothing else in such a file. */
    static ExpRecords write(StitchPattern pattern, boolean trims, ByteSink out) throws IOException {
        ExpRecords records = new ExpRecords(trims, out);
        for (int i = 0; i < pattern.size(); i++) {
            records.add(pattern.command(i), pattern.x(i), pattern.y(i));
        }
        return records;
    }

    /** Stitches too long for one record. */
    int splitStitches() {
        return splitStitches;
    }

    private void add(StitchCommand command, int toX, int toY) throws IOException {
        switch (command) {
            case STITCH -> stitch(toX, toY);
            case JUMP -> jump(toX, toY);
            case TRIM -> {
                moveTo(toX, toY);
                if (trims) {
                    command(TRIM, TRIM_FILLER, 0);
                }
            }
            case COLOR_CHANGE, STOP -> {
                moveTo(toX, toY);
                command(COLOR_CHANGE, 0, 0);
            }
            case END -> {
                // A file has no end mark, but an empty one is no file.
                if (out.size() == 0) {
                    command(JUMP, 0, 0);
                }
            }
        }
    }

    /** A file begins with a jump, so that nothing is sewn on the way to its first stitch. */
    private void stitch(int toX, int toY) throws IOException {
        if (out.size() == 0) {
            jump(toX, toY);
        }
        int steps = steps(toX, toY);
        if (steps > 1) {
            splitStitches++;
            jumps(toX, toY, steps, steps - 1);
        }
        move(toX, toY);
    }

    private void moveTo(int toX, int toY) throws IOException {
        if (toX != x || toY != y) {
            jump(toX, toY);
        }
    }

    private void jump(int toX, int toY) throws IOException {
        int steps = steps(toX, toY);
        jumps(toX, toY, steps, steps);
    }

    private int steps(int toX, int toY) {
        int longest = Math.max(Math.abs(toX - x), Math.abs(toY - y));
        return Math.max(1, (longest + LONGEST_MOVE - 1) / LONGEST_MOVE);
    }

    /** The first so many of equal steps along the line. */
    private void jumps(int toX, int toY, int steps, int count) throws IOException {
        int fromX = x;
        int fromY = y;
        for (int step = 1; step <= count; step++) {
            out.u8(COMMAND);
            out.u8(JUMP);
            move(fromX + (toX - fromX) * step / steps, fromY + (toY - fromY) * step / steps);
        }
    }

    private void move(int toX, int toY) throws IOException {
        out.u8(toX - x);
        out.u8(y - toY);
        x = toX;
        y = toY;
    }

    private void command(int code, int first, int second) throws IOException {
        out.u8(COMMAND);
        out.u8(code);
        out.u8(first);
        out.u8(second);
    }
}
