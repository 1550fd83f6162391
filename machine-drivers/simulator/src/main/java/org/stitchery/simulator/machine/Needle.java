package org.stitchery.simulator.machine;

import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.sewing.MachineProfile;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.LedgerSink;

/**
 * Frame, needle and thread. Each move is begun, takes its time, and is in the ledger when it is finished. Knows where
 * it has sewn, so that it can go back after a thread break and sew there again.
 */
final class Needle {

    /** The speeds that estimates are made with. */
    private static final MachineProfile SPEED = MachineProfile.USUAL;

    private final MachineTraits traits;
    private final LedgerSink ledger;
    private final Random chance;

    private String label = "";
    private int x;
    private int y;
    private int[] sewnX = new int[64];
    private int[] sewnY = new int[64];
    private int sewn;
    private int next;
    private int oldestReachable;
    private int colorChanges;
    private @Nullable Move move;

    /** How a move ended. */
    enum Result {
        DONE,
        /** The thread broke in it. */
        BROKE,
        /** It was the last of the design. */
        ENDED
    }

    Needle(MachineTraits traits, LedgerSink ledger) {
        this.traits = traits;
        this.ledger = ledger;
        this.chance = new Random(traits.seed());
    }

    String label() {
        return label;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /** Penetrations of this design that are in the cloth. */
    int penetrations() {
        return sewn;
    }

    /** The penetration that will be sewn next. */
    int next() {
        return next;
    }

    /** The frame is where the operator put it: the start of this design, of which so much is in the cloth. */
    void start(String newLabel, int penetrations) {
        label = newLabel;
        x = 0;
        y = 0;
        makeRoomFor(penetrations);
        sewn = penetrations;
        next = penetrations;
        oldestReachable = penetrations;
        colorChanges = 0;
        move = null;
    }

    /** True while stitches before a thread break are being sewn again. */
    boolean behind() {
        return next < sewn;
    }

    /** Forgets the move it is in and that anything is to be sewn again. */
    void drop() {
        move = null;
        next = sewn;
    }

    /** Begins the next move; how long it takes. */
    long begin(Move begun) {
        move = begun;
        long turn = traits.nanos(SPEED.nanos(begun.x() - x, begun.y() - y));
        return switch (begun.kind()) {
            case STITCH, JUMP -> turn;
            case TRIM -> traits.nanos(SPEED.trim());
            case COLOR_CHANGE -> turn + traits.nanos(SPEED.colorChange());
            case STOP, CONFIRM -> traits.nanos(SPEED.stop());
            case END -> 0;
        };
    }

    /** Begins to sew a stitch again; how long it takes. */
    long beginAgain() {
        return begin(Move.stitch(sewnX[next], sewnY[next]));
    }

    /** Ends the move that was begun. */
    Result finish(long atNanos) {
        Move done = move;
        if (done == null) {
            throw new IllegalStateException("No move was begun");
        }
        move = null;
        x = done.x();
        y = done.y();
        switch (done.kind()) {
            case STITCH -> {
                penetrate(atNanos);
                return chance.nextDouble() * 1000 < traits.breaksPerThousand() ? Result.BROKE : Result.DONE;
            }
            case JUMP, STOP, CONFIRM -> {}
            case TRIM -> ledger.record(atNanos, Kind.TRIM, label);
            case COLOR_CHANGE -> {
                oldestReachable = sewn;
                ledger.record(atNanos, Kind.COLOR, label, ++colorChanges);
            }
            case END -> {
                ledger.record(atNanos, Kind.END, label, sewn);
                return Result.ENDED;
            }
        }
        return Result.DONE;
    }

    /** The thread is broken and the operator goes back; never across a colour change, which needs the other thread. */
    void backUp(long atNanos) {
        ledger.record(atNanos, Kind.THREAD_BREAK, label, next - 1);
        next = Math.max(oldestReachable, next - MachineTraits.BACK_UP_STITCHES);
        x = sewnX[next];
        y = sewnY[next];
        ledger.record(atNanos, Kind.BACK_UP, label, next);
    }

    private void penetrate(long atNanos) {
        if (next == sewn) {
            makeRoomFor(sewn + 1);
            sewnX[sewn] = x;
            sewnY[sewn] = y;
            sewn++;
        }
        int penetration = next++;
        ledger.record(atNanos, Kind.NEEDLE, label, penetration, x, y);
    }

    private void makeRoomFor(int penetrations) {
        if (penetrations > sewnX.length) {
            sewnX = Arrays.copyOf(sewnX, Math.max(penetrations, 2 * sewnX.length));
            sewnY = Arrays.copyOf(sewnY, sewnX.length);
        }
    }
}
