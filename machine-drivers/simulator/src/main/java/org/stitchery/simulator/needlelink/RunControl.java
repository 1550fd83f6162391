package org.stitchery.simulator.needlelink;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.DesignMoves;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Mechanism.Activity;
import org.stitchery.simulator.machine.Move;
import org.stitchery.simulator.needlelink.Codes.Event;
import org.stitchery.simulator.needlelink.Codes.Reason;
import org.stitchery.simulator.needlelink.Codes.Result;
import org.stitchery.simulator.needlelink.Codes.State;

/** Section 4 of the protocol: what state the machine is in, who may change it, and what the needle does in it. */
final class RunControl {

    private final Mechanism mechanism;
    private final Memory memory;
    private final Consumer<byte[]> told;

    private State phase;
    private @Nullable DesignMoves moves;
    private @Nullable Move first;
    private int confirming;
    private boolean hostPauses;
    private boolean operatorStop;
    private boolean resumeDue;
    private boolean powerWent;

    /** @param told takes each event when it happens */
    RunControl(Mechanism mechanism, Memory memory, Consumer<byte[]> told) {
        this.mechanism = mechanism;
        this.memory = memory;
        this.told = told;
        this.phase = wakeUp();
    }

    /** The machine was switched on, or its power is back and its mechanism has forgotten its place. */
    private State wakeUp() {
        Run run = memory.newest();
        if (memory.lastEvent() > 0 || run != null) {
            happened(Event.POWERED_UP);
        }
        if (run == null || run.over()) {
            return State.IDLE;
        }
        if (!run.started) {
            end(run, Result.WITHDRAWN, Event.WITHDRAWN, run.startedNanos);
            return State.IDLE;
        }
        happened(Event.LOST);
        return State.LOST;
    }

    Memory memory() {
        return memory;
    }

    int number() {
        return memory.newestNumber();
    }

    int stitch() {
        Run run = memory.newest();
        if (run == null || !run.started) {
            return run == null ? 0 : run.from;
        }
        return phase == State.SEWING ? (int) mechanism.counter() : run.furthest;
    }

    int colour() {
        DesignMoves held = moves;
        return held == null ? 0 : held.colour();
    }

    State state() {
        if (phase != State.SEWING) {
            return phase;
        }
        if (powerWent || mechanism.activity() == Activity.RESUMING) {
            return State.LOST;
        } else if (mechanism.stopped()) {
            return hostPauses ? State.PAUSED : State.STOPPED;
        } else if (mechanism.activity() == Activity.RETHREADING) {
            return State.THREAD_BREAK;
        } else if (mechanism.activity() == Activity.CHANGING_BOBBIN) {
            return State.BOBBIN;
        }
        return operatorStop ? State.NEEDS_PERSON : State.SEWING;
    }

    boolean holdsDesign() {
        return phase != State.IDLE && phase != State.RECEIVING && phase != State.LOST;
    }

    // ---- a design comes

    /** Why it does not take this run, {@link Reason#NONE} when it does. */
    Reason against(Run wanted, int largest) {
        if (phase != State.IDLE && phase != State.RECEIVING && phase != State.READY && phase != State.DONE) {
            return phase == State.NEEDS_PERSON || phase == State.LOST ? Reason.NEEDS_PERSON : Reason.BUSY;
        } else if (wanted.label().isEmpty()) {
            return Reason.LABEL;
        } else if (!DesignMoves.reads(wanted.formatId())) {
            return Reason.FORMAT;
        } else if (wanted.length < 1 || wanted.length > largest) {
            return Reason.TOO_LARGE;
        }
        boolean fromBehindEnd = wanted.stitches != 0 && Integer.compareUnsigned(wanted.from, wanted.stitches) >= 0;
        return wanted.from < 0 || wanted.from != 0 && fromBehindEnd ? Reason.FROM_STITCH : Reason.NONE;
    }

    void accept(Run run) {
        Run before = memory.newest();
        if (before != null && !before.over()) {
            end(before, Result.WITHDRAWN, Event.WITHDRAWN, 0);
        }
        memory.add(run);
        phase = State.RECEIVING;
        happened(Event.ANNOUNCED);
    }

    boolean takesChunksOf(int number) {
        Run run = memory.newest();
        return run != null && run.number == number && !run.over();
    }

    /** Takes a chunk of the run it receives; what is wrong with the whole once it is there. */
    Reason chunk(int offset, byte[] data) {
        Run run = memory.newest();
        if (run == null || phase != State.RECEIVING || offset != memory.held || data.length > run.length - offset) {
            return Reason.NONE;
        }
        System.arraycopy(data, 0, memory.design, offset, data.length);
        memory.held += data.length;
        if (memory.held < run.length) {
            return Reason.NONE;
        }
        if (!memory.isWhole(run)) {
            memory.held = 0;
            return Reason.MALFORMED;
        }
        DesignMoves read = DesignMoves.of(memory.design, run.formatId());
        if (read == null
                || run.stitches != 0 && run.stitches != read.penetrations()
                || run.from >= read.penetrations()) {
            end(run, Result.WITHDRAWN, Event.WITHDRAWN, 0);
            phase = State.IDLE;
            return Reason.DESIGN;
        }
        moves = read;
        phase = State.READY;
        happened(Event.HELD);
        return Reason.NONE;
    }

    // ---- what hosts may ask for

    Reason release() {
        Run run = memory.newest();
        if (phase == State.READY) {
            phase = State.WAITING;
            happened(Event.RELEASED);
        }
        boolean released = phase == State.WAITING || run != null && run.started;
        return released ? Reason.NONE : Reason.NOT_PERMITTED;
    }

    Reason pause(long nowNanos) {
        State now = state();
        if (now == State.SEWING) {
            hostPauses = true;
            mechanism.stop(nowNanos);
        }
        return state() == State.PAUSED ? Reason.NONE : Reason.NOT_PERMITTED;
    }

    Reason resume(long nowNanos) {
        if (state() == State.PAUSED) {
            mechanism.go(nowNanos);
        }
        return state() == State.SEWING ? Reason.NONE : Reason.NOT_PERMITTED;
    }

    Reason abort(long nowNanos) {
        Run run = memory.newest();
        if (run == null || run.over()) {
            return Reason.NONE;
        }
        if (!run.started) {
            end(run, Result.WITHDRAWN, Event.WITHDRAWN, nowNanos);
            phase = State.IDLE;
            return Reason.NONE;
        }
        if (phase == State.LOST) {
            return Reason.NEEDS_PERSON;
        }
        end(run, Result.ABORTED, Event.ABORTED, nowNanos);
        phase = State.NEEDS_PERSON;
        mechanism.reset(nowNanos);
        return Reason.NONE;
    }

    // ---- what people and the needle do

    /** The needle is free. A person's yes takes its time and is asked for once for each run. */
    @Nullable
    Move next(long atNanos) {
        Run run = memory.newest();
        if (phase == State.NEEDS_PERSON || phase == State.LOST) {
            return personComes(atNanos);
        }
        if (phase == State.WAITING && run != null) {
            if (confirming != run.number) {
                confirming = run.number;
                return Move.inPlace(Move.Kind.CONFIRM, mechanism);
            }
            begin(run, atNanos);
        }
        if (phase != State.SEWING || moves == null) {
            return null;
        }
        if (operatorStop) {
            operatorStop = false;
            happened(Event.RESUMED);
        }
        Move begins = first;
        first = null;
        Move move = begins == null ? moves.next() : begins;
        if (move.kind() == Move.Kind.STOP) {
            operatorStop = true;
            happened(Event.NEEDS_PERSON);
        }
        return move;
    }

    private void begin(Run run, long atNanos) {
        DesignMoves held = moves;
        if (held != null) {
            run.started = true;
            run.startedNanos = atNanos;
            phase = State.SEWING;
            first = run.from == 0 ? null : held.begin(run.from);
            mechanism.startFrom(run.label(), run.from, atNanos);
            happened(Event.STARTED);
        }
    }

    /** Somebody looks after a machine that stands with unfinished work, unless it waits to be reset. */
    private @Nullable Move personComes(long atNanos) {
        if (!mechanism.traits().autoReset()) {
            return null;
        }
        if (confirming != -1) {
            confirming = -1;
            return Move.inPlace(Move.Kind.CONFIRM, mechanism);
        }
        giveUp(atNanos);
        return null;
    }

    private void giveUp(long atNanos) {
        confirming = 0;
        Run run = memory.newest();
        if (run != null && !run.over()) {
            boolean lost = phase == State.LOST;
            Result result = lost ? Result.INTERRUPTED : run.started ? Result.ABORTED : Result.WITHDRAWN;
            end(run, result, run.started ? Event.ABORTED : Event.WITHDRAWN, atNanos);
        }
        phase = State.IDLE;
        happened(Event.CLEARED);
    }

    /** Somebody pressed reset. */
    void reset(long nowNanos) {
        giveUp(nowNanos);
    }

    void clothChanged() {
        if (phase == State.DONE) {
            phase = State.IDLE;
            happened(Event.CLEARED);
        }
    }

    void noteOfLine(long nowNanos, Kind kind) {
        mechanism.noteOfLine(nowNanos, kind);
    }

    /** What the mechanism did, as events of the protocol. */
    void noticed(Kind kind, long atNanos) {
        Run run = memory.newest();
        if (phase != State.SEWING || run == null) {
            return;
        }
        switch (kind) {
            case NEEDLE -> {
                run.furthest = Math.max(run.furthest, mechanism.nextPenetration());
                resumed();
            }
            case THREAD_BREAK -> {
                run.threadBreaks++;
                happened(Event.THREAD_BROKE);
                resumeDue = true;
            }
            case BACK_UP -> happened(Event.BACKED_UP);
            case BOBBIN_OUT -> {
                happened(Event.BOBBIN);
                resumeDue = true;
            }
            case COLOR -> happened(Event.COLOUR_CHANGED);
            case STOP -> happened(hostPauses ? Event.PAUSED : Event.STOPPED);
            case GO -> {
                hostPauses = false;
                happened(Event.RESUMED);
            }
            case POWER_OFF -> powerWent = true;
            case END -> {
                end(run, Result.SEWN, Event.SEWN, atNanos);
                phase = State.DONE;
            }
            case POWER_ON, LINE_OPEN, LINE_LOST, START, TRIM, RESET, TAPE_ERROR, OVERRUN -> {}
        }
    }

    private void resumed() {
        if (resumeDue) {
            resumeDue = false;
            happened(Event.RESUMED);
        }
    }

    /** The power came back and the mechanism remembers its place: its operator lets it go on. */
    long turn(long nowNanos) {
        if (powerWent && mechanism.powered()) {
            powerWent = false;
            happened(Event.POWERED_UP);
            happened(Event.LOST);
            resumeDue = true;
        }
        return Long.MAX_VALUE;
    }

    private void end(Run run, Result result, Event event, long atNanos) {
        run.result = result;
        run.endedNanos = atNanos;
        hostPauses = false;
        operatorStop = false;
        resumeDue = false;
        happened(event);
    }

    private void happened(Event event) {
        told.accept(memory.add(event, stitch(), colour()));
    }
}
