package org.stitchery.simulator.tape;

import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.format.dst.DstRecord;
import org.stitchery.simulator.ledger.LedgerEvent.Kind;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.Mechanism;
import org.stitchery.simulator.machine.Mechanism.State;
import org.stitchery.simulator.machine.Move;

/**
 * A controller that reads a tape over a line and sews while it reads.
 *
 * <p>A design begins with a leader and a header, ends with the tape's end, and is interrupted by a record that is none
 * or by a line that is lost when the buffer is sewn empty; then, unless somebody has to press reset, a new leader and
 * header begin the next.
 *
 * <p>It asks the host to wait (XOFF) and to go on (XON) at the marks of its buffer, mostly three quarters and one; an XON
 * also goes out when a host opens the line of a machine that is ready, and when the operator has put in the next cloth.
 * A host that leaves while there is still something to sew is noticed when it is sewn.
 */
public final class TapeController implements Controller {

    /** Bits that every record has set in its third byte. */
    private static final int RECORD_MARK = 0b11;

    private final Mechanism mechanism;
    private final ReceiveBuffer buffer;
    private final TapeHeader head = new TapeHeader();
    private final HostLine host = new HostLine();
    private final TapeMoves tape = new TapeMoves();
    private long recordsRead;

    public TapeController(Mechanism mechanism) {
        this.mechanism = mechanism;
        this.buffer = new ReceiveBuffer(mechanism.traits().buffer());
    }

    @Override
    public void lineOpened(long nowNanos) {
        if (host.arrives()) {
            beginLine(nowNanos);
        }
    }

    @Override
    public void lineLost(long nowNanos) {
        host.leaves();
    }

    @Override
    public boolean listens() {
        return host.listens();
    }

    /** What the buffer cannot hold is lost. */
    @Override
    public void receive(byte[] bytes, int length, long nowNanos) {
        for (int i = 0; i < length; i++) {
            buffer.put(bytes[i]);
            if (hunting() && !mechanism.stopped()) {
                readHead(nowNanos);
            }
        }
    }

    @Override
    public void excuse(long bytes) {
        buffer.excuse(bytes);
    }

    @Override
    public int pollOutgoing() {
        return host.poll();
    }

    @Override
    public @Nullable Move next(long atNanos) {
        if (hunting()) {
            readHead(atNanos);
        }
        if (mechanism.state() != State.SEWING) {
            return null;
        }
        Move trim = tape.takeTrim();
        if (trim != null || buffer.size() < DstRecord.BYTES) {
            return trim;
        }
        if ((buffer.peek(2) & RECORD_MARK) != RECORD_MARK) {
            mechanism.note(atNanos, Kind.TAPE_ERROR, TapeHeader.BYTES + DstRecord.BYTES * recordsRead);
            interrupt();
            // What is behind it may hold the next design, and is in the way of whoever waits for XON.
            return next(atNanos);
        }
        DstRecord record = DstRecord.decode(buffer.peek(0), buffer.peek(1), buffer.peek(2));
        buffer.drop(DstRecord.BYTES);
        recordsRead++;
        return tape.move(record);
    }

    @Override
    public long turn(long nowNanos) {
        if (host.left() && !canGoOnWithoutHost()) {
            endLine(nowNanos);
        }
        long lost = buffer.takeLost();
        if (lost > 0) {
            mechanism.note(nowNanos, Kind.OVERRUN, lost);
        }
        host.pace(buffer, !deaf());
        return Long.MAX_VALUE;
    }

    @Override
    public void ready(long atNanos) {
        host.askToGoOn();
    }

    @Override
    public void reset(long nowNanos) {
        buffer.drop(buffer.size());
        head.restart();
        host.askToGoOn();
    }

    private boolean hunting() {
        return mechanism.state() == State.READY || mechanism.state() == State.INTERRUPTED;
    }

    /** Interrupted, and waiting for somebody to press reset. */
    private boolean deaf() {
        return mechanism.state() == State.INTERRUPTED && !mechanism.traits().autoReset();
    }

    /** Passes bytes to the header until a design begins or there are no more. */
    private void readHead(long atNanos) {
        while (buffer.size() > 0) {
            byte b = buffer.peek(0);
            buffer.drop(1);
            if (!deaf() && head.take(b)) {
                mechanism.start(head.label(), atNanos);
                head.restart();
                tape.restart();
                recordsRead = 0;
                return;
            }
        }
    }

    private void interrupt() {
        mechanism.interrupt();
        head.restart();
        if (deaf()) {
            host.askToWait();
        }
    }

    private void beginLine(long nowNanos) {
        host.begin();
        mechanism.noteOfLine(nowNanos, Kind.LINE_OPEN);
        if (hunting() && !deaf()) {
            host.askToGoOn();
        }
    }

    private boolean canGoOnWithoutHost() {
        return switch (mechanism.state()) {
            case READY, INTERRUPTED -> mechanism.stopped() && buffer.size() > 0;
            case SEWING -> mechanism.busy() || tape.trims() || buffer.size() >= DstRecord.BYTES;
            case REHOOPING -> buffer.size() >= TapeHeader.BYTES;
        };
    }

    private void endLine(long atNanos) {
        boolean nextWaits = host.end();
        buffer.drop(buffer.size());
        mechanism.noteOfLine(atNanos, Kind.LINE_LOST);
        head.restart();
        if (mechanism.state() == State.SEWING) {
            interrupt();
        }
        if (nextWaits) {
            beginLine(atNanos);
        }
    }
}
