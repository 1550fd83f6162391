package org.stitchery.simulator.machine;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.LedgerSink;

/**
 * Frame, needle and thread. Each move is begun, takes its time, and is in the ledger when it is finished. Knows where
 * it has sewn, so that it can go back after a thread break and sew there again.
 */
final class Needle {

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
    private int trims;
    private int sinceStanding;
    private long bobbin;
    private @Nullable Move move;

    /** How a move ended. */
    enum Result {
        DONE,
        /** The thread broke in it. */
        BROKE,
        /** It emptied the bobbin. */
        BOBBIN_OUT,
        /** It was the last of the design. */
        ENDED
    }

    Needle(MachineTraits traits, LedgerSink ledger) {
        this.traits = traits;
        this.ledger = ledger;
        this.chance = new Random(traits.seed());
        this.bobbin = fullBobbin();
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

    /** How often the thread was cut in this design. */
    int trims() {
        return trims;
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
        trims = 0;
        sinceStanding = 0;
        move = null;
    }

    /** True while stitches before a thread break are being sewn again. */
    boolean behind() {
        return next < sewn;
    }

    /** Forgets the design. */
    void forget() {
        start("", 0);
    }

    /** Forgets the move it is in and that anything is to be sewn again. */
    void drop() {
        move = null;
        next = sewn;
    }

    /** True from the beginning of a move to its end. */
    boolean inMove() {
        return move != null;
    }

    /** Begins the next move; how long it takes. */
    long begin(Move begun) {
        move = begun;
        return duration(begun);
    }

    /** The power was gone in the middle of a move; how long it takes to make it again. */
    long beginMoveAnew() {
        sinceStanding = 0;
        return move == null ? 0 : duration(move);
    }

    private long duration(Move begun) {
        NeedleTraits how = traits.needle();
        long turn = traits.nanos(how.nanos(begun.x() - x, begun.y() - y, sinceStanding));
        return switch (begun.kind()) {
            case STITCH, JUMP -> turn;
            case TRIM -> traits.nanos(how.speed().trim().toNanos());
            case COLOR_CHANGE -> turn + traits.nanos(how.speed().colorChange().toNanos());
            case STOP -> operator(how.speed().stop());
            case CONFIRM -> operator(traits.operator().attend());
            case END -> 0;
        };
    }

    /** How long the operator takes for something this time. */
    long operator(Duration average) {
        return traits.nanos(traits.operator().nanos(average, chance));
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
                if (chance.nextDouble() * 1000 < traits.needle().breaksPerThousand()) {
                    return Result.BROKE;
                }
                return --bobbin == 0 ? Result.BOBBIN_OUT : Result.DONE;
            }
            case JUMP -> {}
            case STOP, CONFIRM -> sinceStanding = 0;
            case TRIM -> {
                trims++;
                sinceStanding = 0;
                ledger.record(atNanos, Kind.TRIM, label);
            }
            case COLOR_CHANGE -> {
                sinceStanding = 0;
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
    void threadBreaks(long atNanos) {
        ledger.record(atNanos, Kind.THREAD_BREAK, label, next - 1);
        backUp(atNanos);
    }

    /** The bobbin is empty: the operator puts in a full one and goes back too, since the last stitches hold nothing. */
    void bobbinEnds(long atNanos) {
        bobbin = fullBobbin();
        ledger.record(atNanos, Kind.BOBBIN_OUT, label, next - 1);
        backUp(atNanos);
    }

    private void backUp(long atNanos) {
        NeedleTraits how = traits.needle();
        int back = how.leastBackUp() == how.mostBackUp()
                ? how.leastBackUp()
                : how.leastBackUp() + chance.nextInt(how.mostBackUp() - how.leastBackUp() + 1);
        next = Math.max(oldestReachable, next - back);
        x = sewnX[next];
        y = sewnY[next];
        sinceStanding = 0;
        ledger.record(atNanos, Kind.BACK_UP, label, next);
    }

    /** Stitches in a full bobbin; never ending with a machine whose bobbins do not end. */
    private long fullBobbin() {
        int usual = traits.needle().stitchesPerBobbin();
        return usual == 0 ? Long.MAX_VALUE : Math.max(1, Math.round(usual * (0.9 + 0.2 * chance.nextDouble())));
    }

    private void penetrate(long atNanos) {
        if (next == sewn) {
            makeRoomFor(sewn + 1);
            sewnX[sewn] = x;
            sewnY[sewn] = y;
            sewn++;
        }
        int penetration = next++;
        sinceStanding++;
        ledger.record(atNanos, Kind.NEEDLE, label, penetration, x, y);
    }

    private void makeRoomFor(int penetrations) {
        if (penetrations > sewnX.length) {
            sewnX = Arrays.copyOf(sewnX, Math.max(penetrations, 2 * sewnX.length));
            sewnY = Arrays.copyOf(sewnY, sewnX.length);
        }
    }
}
