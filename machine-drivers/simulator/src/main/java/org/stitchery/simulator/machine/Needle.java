package org.stitchery.simulator.machine;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.dst.DstRecord;
import org.stitchery.embroidery.sewing.MachineProfile;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.LedgerSink;

/**
 * Frame, needle and thread. Each move is begun, takes its time, and is in the ledger when it is finished. Knows where
 * it has sewn, so that it can go back after a thread break and sew there again.
 */
final class Needle {

    /** From this many jumps in a row on, controllers cut the thread; a machine setting, mostly 3. */
    private static final int JUMPS_TO_TRIM = 3;

    /** The speeds that estimates are made with. */
    private static final MachineProfile SPEED = MachineProfile.USUAL;

    private final MachineTraits traits;
    private final LedgerSink ledger;
    private final Random chance;

    private String label = "";
    private int x;
    private int y;
    private int[] sewnX = new int[1024];
    private int[] sewnY = new int[1024];
    private int sewn;
    private int next;
    private int oldestReachable;
    private int colorChanges;
    private int jumpsInRow;
    private boolean threadCut;
    private @Nullable DstRecord move;

    Needle(MachineTraits traits, LedgerSink ledger) {
        this.traits = traits;
        this.ledger = ledger;
        this.chance = new Random(traits.seed());
    }

    String label() {
        return label;
    }

    /** Penetrations of this design that are in the cloth. */
    int penetrations() {
        return sewn;
    }

    /** The frame is where the operator put it: the start of this design. */
    void start(String newLabel) {
        label = newLabel;
        x = 0;
        y = 0;
        sewn = 0;
        next = 0;
        oldestReachable = 0;
        colorChanges = 0;
        jumpsInRow = 0;
        threadCut = true;
        move = null;
    }

    /** True while stitches before a thread break are being sewn again. */
    boolean behind() {
        return next < sewn;
    }

    /** Begins the next move of the tape; how long it takes. */
    long begin(DstRecord record) {
        move = record;
        long turn = traits.nanos(SPEED.nanos(record.dx(), record.dy()));
        return switch (record.kind()) {
            case STITCH, SEQUIN_MODE -> turn;
            case JUMP -> trimsAfterThisJump() ? turn + traits.nanos(SPEED.trim()) : turn;
            case COLOR_CHANGE -> turn + traits.nanos(SPEED.colorChange());
            case END -> throw new IllegalArgumentException("The end of the tape is no move");
        };
    }

    /** Begins to sew a stitch again; how long it takes. */
    long beginAgain() {
        move = new DstRecord(DstRecord.Kind.STITCH, sewnX[next] - x, sewnY[next] - y);
        return traits.nanos(SPEED.nanos(move.dx(), move.dy()));
    }

    /** Ends the move that was begun; true when the thread broke in it. */
    boolean finish(long atNanos) {
        DstRecord done = move;
        if (done == null) {
            throw new IllegalStateException("No move was begun");
        }
        move = null;
        boolean trims = done.kind() == DstRecord.Kind.JUMP && trimsAfterThisJump();
        x += done.dx();
        y += done.dy();
        switch (done.kind()) {
            case STITCH -> penetrate(atNanos);
            case JUMP -> {
                jumpsInRow++;
                if (trims) {
                    threadCut = true;
                    ledger.record(atNanos, Kind.TRIM, label);
                }
            }
            case COLOR_CHANGE -> {
                jumpsInRow = 0;
                threadCut = true;
                oldestReachable = sewn;
                ledger.record(atNanos, Kind.COLOR, label, ++colorChanges);
            }
            // It has no sequin device and only moves.
            case SEQUIN_MODE -> jumpsInRow = 0;
            case END -> throw new IllegalStateException("The end of the tape is no move");
        }
        return done.kind() == DstRecord.Kind.STITCH && chance.nextDouble() * 1000 < traits.breaksPerThousand();
    }

    /** The thread is broken and the operator goes back; never across a colour change, which needs the other thread. */
    void backUp(long atNanos) {
        ledger.record(atNanos, Kind.THREAD_BREAK, label, next - 1);
        next = Math.max(oldestReachable, next - MachineTraits.BACK_UP_STITCHES);
        x = sewnX[next];
        y = sewnY[next];
        threadCut = true;
        ledger.record(atNanos, Kind.BACK_UP, label, next);
    }

    private boolean trimsAfterThisJump() {
        return !threadCut && jumpsInRow == JUMPS_TO_TRIM - 1;
    }

    private void penetrate(long atNanos) {
        jumpsInRow = 0;
        threadCut = false;
        if (next == sewn) {
            if (sewn == sewnX.length) {
                sewnX = Arrays.copyOf(sewnX, 2 * sewn);
                sewnY = Arrays.copyOf(sewnY, 2 * sewn);
            }
            sewnX[sewn] = x;
            sewnY[sewn] = y;
            sewn++;
        }
        ledger.record(atNanos, Kind.NEEDLE, label, next, x, y);
        next++;
    }
}
