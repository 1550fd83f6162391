package org.stitchery.simulator.gcode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Mechanism.Activity;
import org.stitchery.simulator.machine.Mechanism.State;
import org.stitchery.simulator.machine.Move;

/** What grbl and Marlin have in common: bytes, lines, one line after the other, a queue of moves. */
abstract class GcodeController implements Controller {

    final Mechanism mechanism;
    final NeedleDrive drive;
    final Planner planner;
    final LineBuffer buffer = new LineBuffer();
    private final ArrayDeque<Byte> outgoing = new ArrayDeque<>();
    private @Nullable String pending;
    private boolean waiting;
    private boolean leaving;
    private int designs;
    private boolean held;

    GcodeController(Mechanism mechanism, NeedleDrive drive) {
        this.mechanism = mechanism;
        this.drive = drive;
        this.planner = new Planner(mechanism);
    }

    /** The board has started, or restarted: its hello. */
    abstract void greet(long nowNanos);

    /**
     * Bytes that are heard past the buffer.
     *
     * @return true when the byte was such a one
     */
    abstract boolean heardAtOnce(byte b, long nowNanos);

    /**
     * Does what a line says, or finds that it has to wait.
     *
     * @return false when it has to wait
     */
    abstract boolean execute(String line, long nowNanos);

    void say(String line) {
        for (byte b : (line + "\r\n").getBytes(StandardCharsets.US_ASCII)) {
            outgoing.add(b);
        }
    }

    /** Nothing more for the needle until {@link #goOn}. */
    void hold() {
        held = true;
    }

    void goOn() {
        held = false;
    }

    boolean held() {
        return held;
    }

    /** A motor moves. */
    boolean moving() {
        return mechanism.activity() == Activity.MOVING;
    }

    /** Somebody is at the needle. */
    boolean attended() {
        Activity activity = mechanism.activity();
        return activity == Activity.RETHREADING || activity == Activity.CHANGING_BOBBIN;
    }

    /** The first move of a design begins it. */
    void beginDesign(long nowNanos) {
        if (mechanism.state() == State.READY || mechanism.state() == State.INTERRUPTED) {
            mechanism.start("GCODE-" + ++designs, nowNanos);
        }
    }

    /** The operator puts in the next cloth; what is to move has to wait for that. */
    boolean rehooping() {
        return mechanism.state() == State.REHOOPING;
    }

    /** Its sewing is over, and all it had queued is forgotten. */
    void forgetAll(long nowNanos) {
        if (mechanism.state() == State.SEWING) {
            mechanism.reset(nowNanos);
        }
        planner.clear();
        buffer.clear();
        pending = null;
        waiting = false;
        held = false;
    }

    /** Lines that wait in the buffer are lost. */
    void forgetLines() {
        buffer.clear();
    }

    /** What was said to the last host, and what it left unfinished, is no business of the next. */
    void forgetSaid() {
        outgoing.clear();
        buffer.clear();
    }

    /** False while lines are left where they are. */
    boolean readsLines() {
        return true;
    }

    boolean waits() {
        return waiting;
    }

    @Override
    public void lineOpened(long nowNanos) {
        noteLeft(nowNanos);
        mechanism.noteOfLine(nowNanos, Kind.LINE_OPEN);
        outgoing.clear();
        forgetAll(nowNanos);
        greet(nowNanos);
    }

    @Override
    public void lineLost(long nowNanos) {
        leaving = true;
    }

    private void noteLeft(long nowNanos) {
        if (leaving) {
            leaving = false;
            mechanism.noteOfLine(nowNanos, Kind.LINE_LOST);
        }
    }

    @Override
    public void receive(byte[] bytes, int length, long nowNanos) {
        for (int i = 0; i < length; i++) {
            if (!heardAtOnce(bytes[i], nowNanos)) {
                buffer.put(bytes[i]);
                work(nowNanos);
            }
        }
    }

    @Override
    public void excuse(long bytes) {
        buffer.excuse(bytes);
    }

    @Override
    public int pollOutgoing() {
        Byte next = outgoing.poll();
        return next == null ? -1 : next & 0xFF;
    }

    /** One line after the other, as far as it goes now. */
    void work(long nowNanos) {
        while (readsLines()) {
            if (pending == null) {
                pending = buffer.line();
                waiting = false;
            }
            String line = pending;
            if (line == null || !execute(line, nowNanos)) {
                waiting = line != null;
                return;
            }
            pending = null;
        }
    }

    @Override
    public @Nullable Move next(long atNanos) {
        work(atNanos);
        Move move = held ? null : planner.next();
        if (move == null && !held) {
            planner.stands();
            work(atNanos);
            move = planner.next();
        }
        return move;
    }

    @Override
    public long turn(long nowNanos) {
        work(nowNanos);
        long lost = buffer.takeLost();
        if (lost > 0) {
            mechanism.note(nowNanos, Kind.OVERRUN, lost);
        }
        if (leaving && planner.done()) {
            noteLeft(nowNanos);
        }
        return Long.MAX_VALUE;
    }

    @Override
    public void ready(long atNanos) {
        work(atNanos);
    }

    /** After an end the needle is not asked for: whoever waits for the motors need not wait for the operator. */
    @Override
    public void noticed(Kind kind, long atNanos) {
        if (kind == Kind.END) {
            planner.stands();
        }
    }

    @Override
    public void reset(long nowNanos) {
        forgetAll(nowNanos);
        greet(nowNanos);
    }
}
