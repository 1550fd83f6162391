package org.stitchery.simulator.machine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.LedgerSink;

/**
 * What every machine has, however it is spoken to: needle, thread, frame and an operator. It asks its
 * {@link Controller} for one move after the other, takes the time each needs, and writes down what happened.
 *
 * <pre>
 *   READY --start--> SEWING --END--> REHOOPING --operator--> READY
 *                      | interrupt
 *                      v
 *                  INTERRUPTED --reset, or start of another--> ...
 * </pre>
 *
 * <p>After a thread break the operator threads anew and backs up, and the stitches in between are sewn again before the
 * controller is asked for the next. Confined to one thread.
 */
public final class Mechanism {

    private final MachineTraits traits;
    private final LedgerSink ledger;
    private final Needle needle;
    private @Nullable Controller controller;
    private @Nullable Object kept;

    private State state = State.READY;
    private Activity activity = Activity.NOTHING;
    private long doneAt = Long.MAX_VALUE;
    private long freeAt;
    private boolean idle = true;
    private boolean stopped;
    private boolean powered = true;
    private boolean breakWanted;

    /** What the machine is about. */
    public enum State {
        /** Takes a design. */
        READY,
        /** Has a design; the needle may be waiting for moves, for the operator or for stop to be released. */
        SEWING,
        /** The design is done; the operator puts in the next cloth. */
        REHOOPING,
        /** The design ended in the middle. */
        INTERRUPTED
    }

    /** What takes time just now. */
    public enum Activity {
        /** Nothing: it waits for a move. */
        NOTHING,
        /** A move, with what is done at its end. */
        MOVING,
        /** The operator threads anew after a break. */
        RETHREADING,
        /** The operator puts in a full bobbin. */
        CHANGING_BOBBIN,
        /** The power is back and the operator comes to let it go on where it was. */
        RESUMING,
        /** The operator puts in the next cloth. */
        REHOOPING
    }

    Mechanism(MachineTraits traits, LedgerSink ledger, long nowNanos) {
        this.traits = traits;
        this.ledger = ledger;
        this.needle = new Needle(traits, this::record);
        this.freeAt = nowNanos;
        ledger.record(nowNanos, Kind.POWER_ON, "");
    }

    /** From now on it asks this controller. */
    void obey(Controller asked) {
        controller = asked;
    }

    public MachineTraits traits() {
        return traits;
    }

    public State state() {
        return state;
    }

    public Activity activity() {
        return activity;
    }

    /** The label of the design it has or last had, empty before the first. */
    public String label() {
        return needle.label();
    }

    /** True from {@link #stop} to {@link #go}. */
    public boolean stopped() {
        return stopped;
    }

    /** Penetrations of this design that are in the cloth, those before the one it was begun at included. */
    public int penetrations() {
        return needle.penetrations();
    }

    /** The penetration that will be sewn next; falls back after a thread break. */
    public int nextPenetration() {
        return needle.next();
    }

    /**
     * What the machine itself says of {@link #nextPenetration}: the number to report to a host. Some machines' counters
     * lie.
     */
    public long counter() {
        return traits.counter().says(needle.next(), needle.trims(), traits.seed());
    }

    /** False from a loss of power until it is back. */
    public boolean powered() {
        return powered;
    }

    /**
     * What a controller keeps without power: one thing for each machine, made when it is first asked for. Its own fields a
     * controller loses with the power, unless the machine remembers its place.
     */
    public <T> T keeps(Class<T> what, Supplier<T> first) {
        if (!what.isInstance(kept)) {
            kept = first.get();
        }
        return what.cast(kept);
    }

    /** True while something takes time or stitches before a thread break are still to be sewn again. */
    public boolean busy() {
        return activity != Activity.NOTHING || needle.behind();
    }

    /** Where the frame is, in tenths of a millimetre from the start of the design. */
    public int x() {
        return needle.x();
    }

    /** Where the frame is, y down. */
    public int y() {
        return needle.y();
    }

    /**
     * A design begins, the frame at its start.
     *
     * @param label at most what fits a line; no control characters
     */
    public void start(String label, long atNanos) {
        startFrom(label, 0, atNanos);
    }

    /** A design begins at this penetration, counted from 0: those before it are said to be in the cloth. */
    public void startFrom(String label, int penetration, long atNanos) {
        needle.start(label, penetration);
        state = State.SEWING;
        record(atNanos, Kind.START, label());
    }

    /** The design is over before its end. */
    public void interrupt() {
        state = State.INTERRUPTED;
    }

    /** Writes down something only the controller can see, with the label of the design. */
    public void note(long atNanos, Kind kind, long... numbers) {
        record(atNanos, kind, label(), numbers);
    }

    /** Writes down something that is not about a design. */
    public void noteOfLine(long atNanos, Kind kind) {
        record(atNanos, kind, "");
    }

    /** Stops the needle after the stitch it is in. */
    public void stop(long nowNanos) {
        if (!stopped) {
            stopped = true;
            record(nowNanos, Kind.STOP, label());
        }
    }

    /** Ends a {@link #stop}. */
    public void go(long nowNanos) {
        if (stopped) {
            stopped = false;
            freeAt = Math.max(freeAt, nowNanos);
            record(nowNanos, Kind.GO, label());
        }
    }

    /** Breaks the thread at the next penetration. */
    public void breakThread() {
        breakWanted = true;
    }

    /** What was being sewn is over, even the move it is in; a new design may come. */
    public void reset(long nowNanos) {
        record(nowNanos, Kind.RESET, label());
        needle.drop();
        state = State.READY;
        activity = Activity.NOTHING;
        doneAt = Long.MAX_VALUE;
        stopped = false;
        breakWanted = false;
        freeAt = nowNanos;
    }

    /** The power is gone, in whatever it was doing. */
    void powerOff(long nowNanos) {
        record(nowNanos, Kind.POWER_OFF, label());
        powered = false;
        doneAt = Long.MAX_VALUE;
    }

    /** The power is back, and unless it remembers its place it has forgotten everything. */
    void powerOn(long nowNanos) {
        powered = true;
        freeAt = nowNanos;
        if (traits.remembersPlace()) {
            ledger.record(nowNanos, Kind.POWER_ON, "");
            if (state == State.SEWING) {
                begin(Activity.RESUMING, needle.operator(traits.operator().attend()));
            } else if (activity == Activity.REHOOPING) {
                begin(Activity.REHOOPING, needle.operator(traits.operator().rehoop()));
            }
            return;
        }
        needle.forget();
        state = State.READY;
        activity = Activity.NOTHING;
        stopped = false;
        breakWanted = false;
        ledger.record(nowNanos, Kind.POWER_ON, "");
    }

    /** Does everything that is due; true when anything was. */
    boolean turn(long nowNanos) {
        boolean any = false;
        while (activity == Activity.NOTHING ? beginNext(nowNanos) : doneAt <= nowNanos) {
            any = true;
            if (doneAt <= nowNanos) {
                finish();
            }
        }
        return any;
    }

    /** When the needle is free again, {@link Long#MAX_VALUE} when it waits for a move or a person. */
    long due() {
        return doneAt;
    }

    /** Begins what comes next; false when there is nothing to begin. */
    private boolean beginNext(long nowNanos) {
        Controller asked = controller;
        if (stopped || !powered || asked == null) {
            return false;
        }
        if (needle.behind()) {
            begin(Activity.MOVING, needle.beginAgain());
            return true;
        }
        if (idle) {
            freeAt = Math.max(freeAt, nowNanos);
        }
        Move move = asked.next(freeAt);
        idle = move == null;
        if (move == null) {
            return false;
        }
        begin(Activity.MOVING, needle.begin(move));
        return true;
    }

    private void begin(Activity what, long nanos) {
        activity = what;
        doneAt = freeAt + nanos;
    }

    private void finish() {
        Activity done = activity;
        activity = Activity.NOTHING;
        freeAt = doneAt;
        doneAt = Long.MAX_VALUE;
        switch (done) {
            case MOVING -> finishMove();
            case RETHREADING, CHANGING_BOBBIN -> {}
            case RESUMING -> {
                if (needle.inMove()) {
                    begin(Activity.MOVING, needle.beginMoveAnew());
                }
            }
            case REHOOPING -> {
                state = State.READY;
                if (controller != null) {
                    controller.ready(freeAt);
                }
            }
            case NOTHING -> throw new IllegalStateException("Nothing was being done");
        }
    }

    private void finishMove() {
        int before = needle.penetrations();
        Needle.Result result = needle.finish(freeAt);
        if (breakWanted && needle.penetrations() > before) {
            breakWanted = false;
            result = Needle.Result.BROKE;
        }
        OperatorTraits operator = traits.operator();
        switch (result) {
            case DONE -> {}
            case BROKE -> {
                needle.threadBreaks(freeAt);
                begin(Activity.RETHREADING, needle.operator(operator.rethread()));
            }
            case BOBBIN_OUT -> {
                needle.bobbinEnds(freeAt);
                begin(Activity.CHANGING_BOBBIN, needle.operator(operator.bobbin()));
            }
            case ENDED -> {
                state = State.REHOOPING;
                begin(Activity.REHOOPING, needle.operator(operator.rehoop()));
            }
        }
    }

    private void record(long atNanos, Kind kind, String label, long... numbers) {
        ledger.record(atNanos, kind, label, numbers);
        if (controller != null) {
            controller.noticed(kind, atNanos);
        }
    }
}
