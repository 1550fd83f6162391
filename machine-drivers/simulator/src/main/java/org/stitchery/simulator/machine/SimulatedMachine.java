package org.stitchery.simulator.machine;

import org.stitchery.embroidery.format.dst.DstRecord;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.ledger.LedgerSink;

/**
 * A machine that reads a tape over a line and sews while it reads.
 *
 * <pre>
 *   READY --leader, header--> SEWING --END--> REHOOPING --operator--> READY
 *                               | a record that is none; line lost and buffer sewn empty
 *                               v
 *                           INTERRUPTED --reset; or with auto-reset a new leader and header--> ...
 * </pre>
 *
 * <p>It asks the host to wait (XOFF) when its buffer is three quarters full and to go on (XON) at one quarter; an XON
 * also goes out when a host opens the line of a machine that is ready, and when the operator has put in the next cloth.
 * A host that leaves while there is still something to sew is noticed when it is sewn.
 *
 * <p>It has no clock and no thread: whoever plays it says what time it is, never going back, and calls
 * {@link #turn(long)} when the time that returned has come. Confined to one thread.
 */
public final class SimulatedMachine {

    /** Asks the host to go on. */
    public static final byte XON = 0x11;
    /** Asks the host to wait. */
    public static final byte XOFF = 0x13;

    /** Bits that every record has set in its third byte. */
    private static final int RECORD_MARK = 0b11;

    private final MachineTraits traits;
    private final LedgerSink ledger;
    private final Needle needle;
    private final ReceiveBuffer buffer;
    private final TapeHeader head = new TapeHeader();
    private final HostLine host = new HostLine();

    private State state = State.READY;
    private Doing doing = Doing.NOTHING;
    private long doneAt;
    private long freeAt;
    private long recordsRead;
    private boolean stopped;
    private boolean breakWanted;

    /** What the machine is about. */
    public enum State {
        /** Takes a design. */
        READY,
        /** Has a design; the needle may be waiting for bytes, for the operator or for stop to be released. */
        SEWING,
        /** The design is done; the operator puts in the next cloth. */
        REHOOPING,
        /** The design ended in the middle. */
        INTERRUPTED
    }

    private enum Doing {
        NOTHING,
        MOVING,
        RETHREADING,
        REHOOPING
    }

    /** A machine that was just switched on. */
    public SimulatedMachine(MachineTraits traits, LedgerSink ledger, long nowNanos) {
        this.traits = traits;
        this.ledger = ledger;
        this.needle = new Needle(traits, ledger);
        this.buffer = new ReceiveBuffer(traits.bufferBytes());
        this.freeAt = nowNanos;
        ledger.record(nowNanos, Kind.POWER_ON, "");
    }

    public State state() {
        return state;
    }

    /** The label of the design it has or last had, empty before the first. */
    public String label() {
        return needle.label();
    }

    /** A host opened the line. */
    public void lineOpened(long nowNanos) {
        turn(nowNanos);
        if (host.arrives()) {
            beginLine(nowNanos);
        }
    }

    /** The host left, all it had sent was given to {@link #receive}. */
    public void lineLost(long nowNanos) {
        turn(nowNanos);
        host.leaves();
        turn(nowNanos);
    }

    /** True when bytes of the line go into the buffer; false while it sews the rest of a line that was lost. */
    public boolean listens() {
        return host.listens();
    }

    /** Bytes arrived. What the buffer cannot hold is lost. */
    public void receive(byte[] bytes, int length, long nowNanos) {
        turn(nowNanos);
        if (buffer.size() < DstRecord.BYTES && doing == Doing.NOTHING) {
            freeAt = nowNanos;
        }
        for (int i = 0; i < length; i++) {
            buffer.put(bytes[i]);
            if (hunting() && !stopped) {
                readHead(nowNanos);
            }
        }
        turn(nowNanos);
    }

    /**
     * So many bytes may come too late for the host to be blamed: whoever plays the machine was late, not the host. They
     * are no overrun.
     */
    public void excuse(long bytes) {
        buffer.excuse(bytes);
    }

    /** The next byte for the host, XON or XOFF; -1 for none. */
    public int pollOutgoing() {
        return host.poll();
    }

    /** Stops the needle after the stitch it is in. */
    public void stop(long nowNanos) {
        turn(nowNanos);
        if (!stopped) {
            stopped = true;
            ledger.record(nowNanos, Kind.STOP, label());
        }
    }

    /** Ends a {@link #stop}. */
    public void go(long nowNanos) {
        turn(nowNanos);
        if (stopped) {
            stopped = false;
            freeAt = Math.max(freeAt, nowNanos);
            ledger.record(nowNanos, Kind.GO, label());
            turn(nowNanos);
        }
    }

    /** Breaks the thread at the next penetration. */
    public void breakThread() {
        breakWanted = true;
    }

    /** Clears everything: what was being sewn is over, a new design may come. */
    public void reset(long nowNanos) {
        turn(nowNanos);
        ledger.record(nowNanos, Kind.RESET, label());
        buffer.drop(buffer.size());
        head.restart();
        state = State.READY;
        doing = Doing.NOTHING;
        stopped = false;
        breakWanted = false;
        freeAt = nowNanos;
        host.askToGoOn();
        turn(nowNanos);
    }

    /**
     * Does everything that is due.
     *
     * @return when the next thing will be, {@link Long#MAX_VALUE} when it waits for bytes or for a person
     */
    public long turn(long nowNanos) {
        while (doing == Doing.NOTHING ? beginNext(nowNanos) : doneAt <= nowNanos) {
            if (doing != Doing.NOTHING && doneAt <= nowNanos) {
                finish();
            }
        }
        if (host.left() && !canGoOnWithoutHost()) {
            endLine(Math.max(freeAt, nowNanos));
        }
        long lost = buffer.takeLost();
        if (lost > 0) {
            ledger.record(nowNanos, Kind.OVERRUN, label(), lost);
        }
        host.pace(buffer, !deaf());
        return doing == Doing.NOTHING ? Long.MAX_VALUE : doneAt;
    }

    /** Begins what comes next; false when there is nothing to begin. */
    private boolean beginNext(long nowNanos) {
        if (stopped) {
            return false;
        }
        if (hunting()) {
            return readHead(nowNanos);
        }
        if (needle.behind()) {
            begin(Doing.MOVING, needle.beginAgain());
            return true;
        }
        if (buffer.size() < DstRecord.BYTES) {
            return false;
        }
        readRecord();
        return true;
    }

    private void readRecord() {
        if ((buffer.peek(2) & RECORD_MARK) != RECORD_MARK) {
            ledger.record(freeAt, Kind.TAPE_ERROR, label(), TapeHeader.BYTES + DstRecord.BYTES * recordsRead);
            interrupt();
            return;
        }
        DstRecord record = DstRecord.decode(buffer.peek(0), buffer.peek(1), buffer.peek(2));
        buffer.drop(DstRecord.BYTES);
        recordsRead++;
        if (record.kind() == DstRecord.Kind.END) {
            ledger.record(freeAt, Kind.END, label(), needle.penetrations());
            state = State.REHOOPING;
            begin(Doing.REHOOPING, traits.nanos(MachineTraits.REHOOP));
        } else {
            begin(Doing.MOVING, needle.begin(record));
        }
    }

    private void begin(Doing what, long nanos) {
        doing = what;
        doneAt = freeAt + nanos;
    }

    private void finish() {
        Doing done = doing;
        doing = Doing.NOTHING;
        freeAt = doneAt;
        switch (done) {
            case MOVING -> {
                int before = needle.penetrations();
                boolean broke = needle.finish(freeAt);
                if (broke || (breakWanted && needle.penetrations() > before)) {
                    breakWanted = false;
                    needle.backUp(freeAt);
                    begin(Doing.RETHREADING, traits.nanos(MachineTraits.RETHREAD));
                }
            }
            case RETHREADING -> {}
            case REHOOPING -> {
                state = State.READY;
                host.askToGoOn();
            }
            case NOTHING -> throw new IllegalStateException("Nothing was being done");
        }
    }

    private boolean hunting() {
        return state == State.READY || state == State.INTERRUPTED;
    }

    /** Interrupted, and waiting for somebody to press reset. */
    private boolean deaf() {
        return state == State.INTERRUPTED && !traits.autoReset();
    }

    /** Passes bytes to the header; true when a design begins. */
    private boolean readHead(long nowNanos) {
        while (buffer.size() > 0) {
            byte b = buffer.peek(0);
            buffer.drop(1);
            if (!deaf() && head.take(b)) {
                needle.start(head.label());
                head.restart();
                recordsRead = 0;
                state = State.SEWING;
                freeAt = nowNanos;
                ledger.record(nowNanos, Kind.START, label());
                return true;
            }
        }
        return false;
    }

    private void interrupt() {
        state = State.INTERRUPTED;
        head.restart();
        if (deaf()) {
            host.askToWait();
        }
    }

    private void beginLine(long nowNanos) {
        host.begin();
        ledger.record(nowNanos, Kind.LINE_OPEN, "");
        if (hunting() && !deaf()) {
            host.askToGoOn();
        }
    }

    private boolean canGoOnWithoutHost() {
        return switch (state) {
            case READY, INTERRUPTED -> stopped && buffer.size() > 0;
            case SEWING -> doing != Doing.NOTHING || needle.behind() || buffer.size() >= DstRecord.BYTES;
            case REHOOPING -> buffer.size() >= TapeHeader.BYTES;
        };
    }

    private void endLine(long atNanos) {
        boolean nextWaits = host.end();
        buffer.drop(buffer.size());
        ledger.record(atNanos, Kind.LINE_LOST, "");
        head.restart();
        if (state == State.SEWING) {
            interrupt();
        }
        if (nextWaits) {
            beginLine(atNanos);
        }
    }
}
