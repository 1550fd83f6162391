package org.stitchery.simulator.tape;

import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.dst.DstRecord;
import org.stitchery.simulator.machine.Move;

/** Turns the records of one tape into moves. A tape has no trims: several jumps in a row mean one. */
final class TapeMoves {

    /** From this many jumps in a row on, controllers cut the thread; a machine setting, mostly 3. */
    private static final int JUMPS_TO_TRIM = 3;

    private int x;
    private int y;
    private int jumpsInRow;
    private boolean threadCut = true;
    private boolean trims;

    /** A new tape begins, the thread being cut. */
    void restart() {
        x = 0;
        y = 0;
        jumpsInRow = 0;
        threadCut = true;
        trims = false;
    }

    /** True when the move to come is a trim. */
    boolean trims() {
        return trims;
    }

    /** The trim that the last record made necessary, null for none. */
    @Nullable
    Move takeTrim() {
        if (!trims) {
            return null;
        }
        trims = false;
        return new Move(Move.Kind.TRIM, x, y);
    }

    /** What a record means. */
    Move move(DstRecord record) {
        x += record.dx();
        y += record.dy();
        return switch (record.kind()) {
            case STITCH -> {
                jumpsInRow = 0;
                threadCut = false;
                yield Move.stitch(x, y);
            }
            case JUMP -> {
                jumpsInRow++;
                trims = !threadCut && jumpsInRow == JUMPS_TO_TRIM;
                threadCut |= trims;
                yield Move.jump(x, y);
            }
            case COLOR_CHANGE -> {
                jumpsInRow = 0;
                threadCut = true;
                yield new Move(Move.Kind.COLOR_CHANGE, x, y);
            }
            // It has no sequin device and only moves.
            case SEQUIN_MODE -> {
                jumpsInRow = 0;
                yield Move.jump(x, y);
            }
            case END -> new Move(Move.Kind.END, x, y);
        };
    }
}
