package org.stitchery.embroidery.format.dst;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.WriteOptions;
import org.stitchery.embroidery.model.Finding;
import org.stitchery.embroidery.model.Finding.Severity;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;

/**
 * A pattern's way into records, walked twice: once to count, once to write.
 *
 * <p>A move longer than a record reaches becomes jumps along its line, each rounded from its exact place so that
 * nothing adds up, and then the record itself. A cut becomes jumps that end where they began; nothing is written where
 * the thread is cut already.
 */
final class DstRecords {

    /** How far the jumps of a cut go to either side, in tenths, as other writers have it. */
    private static final int WIGGLE = 2;

    private final StitchPattern pattern;
    private final WriteOptions options;
    private final byte @Nullable [] bytes;
    private int offset;

    private int x;
    private int y;
    private int records;
    private int frameX;
    private int frameY;
    private int right;
    private int left;
    private int up;
    private int down;
    private int splitStitches;
    private int jumpsInARow;
    private boolean cut = true;
    private int unwantedCuts;
    private int firstUnwantedCut;

    private DstRecords(StitchPattern pattern, WriteOptions options, byte @Nullable [] bytes, int offset) {
        this.pattern = pattern;
        this.options = options;
        this.bytes = bytes;
        this.offset = offset;
    }

    /** Walks without writing. */
    static DstRecords count(StitchPattern pattern, WriteOptions options) {
        DstRecords records = new DstRecords(pattern, options, null, 0);
        records.walk();
        return records;
    }

    /** Writes all records, the end included, from the offset on. */
    static void write(StitchPattern pattern, WriteOptions options, byte[] bytes, int offset) {
        new DstRecords(pattern, options, bytes, offset).walk();
    }

    /** Number of records, the end included. */
    int records() {
        return records;
    }

    /** Furthest the frame goes to the right of the start, never negative, like the next three. */
    int right() {
        return right;
    }

    /** Furthest to the left. */
    int left() {
        return left;
    }

    /** Furthest up. */
    int up() {
        return up;
    }

    /** Furthest down. */
    int down() {
        return down;
    }

    /** What had to be done to make the design fit. */
    List<Finding> findings(WriteOptions options) {
        List<Finding> findings = new ArrayList<>();
        if (splitStitches > 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "LONG_STITCHES_SPLIT",
                    splitStitches + " stitches longer than 12.1 mm are written as jumps along their line"
                            + " and a stitch at the end."));
        }
        if (unwantedCuts > 0) {
            findings.add(Finding.of(
                    Severity.WARNING,
                    "JUMPS_CUT_THE_THREAD",
                    unwantedCuts + " times the thread is carried over " + options.jumpsPerTrim()
                            + " or more jumps in a row, the first at command " + firstUnwantedCut
                            + ": a machine that takes these for a cut will cut there."));
        }
        return findings;
    }

    private void walk() {
        int i = 0;
        while (i < pattern.size()) {
            int next = bytes == null ? countStitches(i) : writeStitches(i, bytes);
            if (next == i) {
                walkOne(i);
                next++;
            } else {
                cut = false;
                jumpsInARow = 0;
            }
            i = next;
            if (records > DstHeader.MOST_RECORDS) {
                throw new IllegalArgumentException("A DST holds up to " + DstHeader.MOST_RECORDS
                        + " records; the design " + pattern.name() + " needs more from command " + i + " of "
                        + pattern.size() + " on");
            }
        }
    }

    /**
     * Nearly all of a pattern are stitches within a record's reach, so these have narrow loops of their own: this one and
     * {@link #writeStitches}. Returns the first command that is something else.
     */
    private int countStitches(int from) {
        int i = from;
        int lastX = x;
        int lastY = y;
        int maxX = right;
        int minX = -left;
        int maxY = down;
        int minY = -up;
        for (; pattern.command(i) == StitchCommand.STITCH; i++) {
            int toX = pattern.x(i);
            int toY = pattern.y(i);
            if (isTooFar(toX - lastX, toY - lastY)) {
                break;
            }
            lastX = toX;
            lastY = toY;
            maxX = Math.max(maxX, toX);
            minX = Math.min(minX, toX);
            maxY = Math.max(maxY, toY);
            minY = Math.min(minY, toY);
        }
        right = maxX;
        left = -minX;
        down = maxY;
        up = -minY;
        arrive(lastX, lastY, i - from);
        return i;
    }

    private int writeStitches(int from, byte[] into) {
        int i = from;
        int o = offset;
        int lastX = x;
        int lastY = y;
        for (; pattern.command(i) == StitchCommand.STITCH; i++) {
            int dx = pattern.x(i) - lastX;
            int dy = pattern.y(i) - lastY;
            if (isTooFar(dx, dy)) {
                break;
            }
            lastX += dx;
            lastY += dy;
            int bits = DstTables.moveBits(dx, dy) | DstTables.MARK;
            into[o] = (byte) (bits >> 16);
            into[o + 1] = (byte) (bits >> 8);
            into[o + 2] = (byte) bits;
            o += DstRecord.BYTES;
        }
        offset = o;
        arrive(lastX, lastY, i - from);
        return i;
    }

    private void arrive(int toX, int toY, int written) {
        x = toX;
        y = toY;
        frameX = toX;
        frameY = toY;
        records += written;
    }

    /** One sign bit for all four sides. */
    private static boolean isTooFar(int dx, int dy) {
        int reach = DstRecord.LONGEST_MOVE;
        return ((dx + reach) | (reach - dx) | (dy + reach) | (reach - dy)) < 0;
    }

    private void walkOne(int i) {
        int toX = pattern.x(i);
        int toY = pattern.y(i);
        switch (pattern.command(i)) {
            case STITCH -> {
                moveTo(toX, toY, DstRecord.Kind.STITCH, i);
                cut = false;
                jumpsInARow = 0;
            }
            case JUMP -> {
                moveTo(toX, toY, DstRecord.Kind.JUMP, i);
                countJump(i);
            }
            case COLOR_CHANGE, STOP -> {
                moveTo(toX, toY, DstRecord.Kind.COLOR_CHANGE, i);
                cut = true;
                jumpsInARow = 0;
            }
            case TRIM -> trim(toX, toY, i);
            case END -> emit(DstRecord.Kind.END, 0, 0);
        }
    }

    private void moveTo(int toX, int toY, DstRecord.Kind kind, int command) {
        int dx = toX - x;
        int dy = toY - y;
        int longest = Math.max(Math.abs(dx), Math.abs(dy));
        if (longest > DstRecord.LONGEST_MOVE) {
            split(dx, dy, longest, command);
            splitStitches += kind == DstRecord.Kind.STITCH ? 1 : 0;
        }
        emit(kind, toX - x, toY - y);
        x = toX;
        y = toY;
    }

    /** All but the last piece of a long move, as jumps. */
    private void split(int dx, int dy, int longest, int command) {
        int pieces = (longest + DstRecord.LONGEST_MOVE - 1) / DstRecord.LONGEST_MOVE;
        int fromX = x;
        int fromY = y;
        for (int piece = 1; piece < pieces; piece++) {
            int toX = fromX + roundedShare(dx, piece, pieces);
            int toY = fromY + roundedShare(dy, piece, pieces);
            emit(DstRecord.Kind.JUMP, toX - x, toY - y);
            countJump(command);
            x = toX;
            y = toY;
        }
    }

    /** {@code way * piece / pieces} rounded to the nearest, halves upwards. */
    private static int roundedShare(int way, int piece, int pieces) {
        return (int) Math.floorDiv(2L * way * piece + pieces, 2L * pieces);
    }

    private void trim(int toX, int toY, int command) {
        if (toX != x || toY != y) {
            moveTo(toX, toY, DstRecord.Kind.JUMP, command);
            countJump(command);
        }
        if (cut || !options.trims()) {
            return;
        }
        int last = 0;
        for (int jump = 1; jump <= options.jumpsPerTrim(); jump++) {
            int side = jump == options.jumpsPerTrim() ? 0 : (jump % 2 == 1 ? WIGGLE : -WIGGLE);
            emit(DstRecord.Kind.JUMP, side - last, side - last);
            last = side;
        }
        cut = true;
    }

    private void countJump(int command) {
        jumpsInARow++;
        if (!cut && jumpsInARow == options.jumpsPerTrim()) {
            cut = true;
            if (unwantedCuts++ == 0) {
                firstUnwantedCut = command;
            }
        }
    }

    private void emit(DstRecord.Kind kind, int dx, int dy) {
        records++;
        if (bytes == null) {
            measure(dx, dy);
        } else {
            int bits = DstTables.moveBits(dx, dy) | kind.bits();
            bytes[offset] = (byte) (bits >> 16);
            bytes[offset + 1] = (byte) (bits >> 8);
            bytes[offset + 2] = (byte) bits;
            offset += DstRecord.BYTES;
        }
    }

    private void measure(int dx, int dy) {
        frameX += dx;
        frameY += dy;
        right = Math.max(right, frameX);
        left = Math.max(left, -frameX);
        up = Math.max(up, -frameY);
        down = Math.max(down, frameY);
    }
}
