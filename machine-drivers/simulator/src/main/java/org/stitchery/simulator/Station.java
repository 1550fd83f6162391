package org.stitchery.simulator;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.ObjLongConsumer;
import org.stitchery.simulator.ledger.LedgerWriter;
import org.stitchery.simulator.line.LineRate;
import org.stitchery.simulator.line.Port;
import org.stitchery.simulator.machine.Controller;
import org.stitchery.simulator.machine.SimulatedMachine;

/** One machine with its port and its ledger, played in turns. Confined to the thread of its {@link Simulator}. */
final class Station implements Closeable {

    /** Well below the 20 ms after which everything has to be in the file. */
    private static final long FLUSH_NANOS = 5_000_000;

    /**
     * A busy computer takes this long to carry an XOFF through its pty to a host that then stops at once: more than 20 ms
     * were seen on two cores with ten programs waiting. A real line takes a byte's time.
     */
    private static final long CARRYING_NANOS = 250_000_000;

    private final Port port;
    private final LineRate rate;
    private final LedgerWriter ledger;
    private final SimulatedMachine machine;
    private final byte[] arrived;
    private final Answers answers;
    private boolean attached;
    private long due = Long.MIN_VALUE;
    private long readDue = Long.MIN_VALUE;
    private long lateSeen;
    private long flushedAt;

    private Station(
            Port port, LineRate rate, LedgerWriter ledger, SimulatedMachine machine, int fifoBytes, byte[] room) {
        this.port = port;
        this.arrived = room;
        this.answers = new Answers(port, rate.nanosFor(fifoBytes));
        this.rate = rate;
        this.ledger = ledger;
        this.machine = machine;
    }

    /** @param room for bytes that arrive; shared by all who are played by the same thread */
    static Station open(MachinePlan plan, byte[] room, long nowNanos) throws IOException {
        LineRate rate = new LineRate(plan.lineBytesPerSecond(), nowNanos);
        LedgerWriter ledger = LedgerWriter.open(plan.ledger(), nowNanos);
        try {
            Port port = Port.open(plan.listen());
            SimulatedMachine machine =
                    new SimulatedMachine(plan.traits(), plan.protocol().maker(), port.address(), ledger, nowNanos);
            return new Station(port, rate, ledger, machine, plan.fifoBytes(), room);
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    Port port() {
        return port;
    }

    /** True when it is due or its port has news. */
    boolean wantsTurn(long nowNanos) {
        return due <= nowNanos || attached != port.hostThere() || (port.readable() && readDue <= nowNanos);
    }

    /** When the next turn is wanted at the latest unless the port has news. */
    long due() {
        return due;
    }

    /**
     * Does what is due.
     *
     * @param lateInAllNanos by how much turns came later than they should, in all since the machines were switched on,
     *     because the computer was busy
     */
    void turn(long nowNanos, long lateInAllNanos) throws IOException {
        long late = lateInAllNanos - lateSeen;
        lateSeen = lateInAllNanos;
        if (late > 0 && attached) {
            rate.wasAway(late);
            // First what was to be sewn meanwhile: a buffer that runs empty by it forgets its excuses.
            machine.turn(nowNanos);
            machine.excuse(rate.bytesIn(late));
        }
        if (!attached && port.hostThere()) {
            attached = true;
            machine.lineOpened(nowNanos);
        }
        readDue = Long.MAX_VALUE;
        if (attached && port.readable() && machine.listens()) {
            readDue = read(nowNanos);
        }
        due = Math.min(readDue, machine.turn(nowNanos));
        due = Math.min(due, answer(nowNanos));
        if (nowNanos - flushedAt >= FLUSH_NANOS) {
            flushedAt = nowNanos;
            ledger.flush();
        } else if (ledger.waits()) {
            due = Math.min(due, flushedAt + FLUSH_NANOS);
        }
        if (!attached || !machine.listens()) {
            readDue = Long.MAX_VALUE;
        } else if (readDue == Long.MAX_VALUE) {
            // Whatever the port has next is news, and what it has already is to be read at once.
            readDue = Long.MIN_VALUE;
            due = port.readable() ? nowNanos : due;
        }
    }

    /** Somebody presses something. */
    void atPanel(ObjLongConsumer<SimulatedMachine> press, long nowNanos) {
        press.accept(machine, nowNanos);
        due = nowNanos;
    }

    private long answer(long nowNanos) {
        for (int b = machine.pollOutgoing(); b >= 0; b = machine.pollOutgoing()) {
            answers.say((byte) b, nowNanos);
            if (b == Controller.XOFF) {
                machine.excuse(rate.bytesIn(CARRYING_NANOS));
            }
        }
        return answers.send(nowNanos);
    }

    private long read(long nowNanos) throws IOException {
        int most = Math.min(arrived.length, rate.available(nowNanos));
        if (most > 0) {
            int got = port.read(arrived, most);
            if (got < 0) {
                attached = false;
                machine.lineLost(nowNanos);
                return Long.MAX_VALUE;
            }
            rate.took(got);
            machine.receive(arrived, got, nowNanos);
        }
        return port.readable() ? nowNanos + rate.nanosUntilWorthwhile() : Long.MAX_VALUE;
    }

    /** The power of the machine is gone: to its host it is silent. */
    void powerOff(long nowNanos) {
        machine.powerOff(nowNanos);
        due = nowNanos;
    }

    /** The power is back. A network port knows nothing of the line it had and says so. */
    void powerOn(long nowNanos) throws IOException {
        if (attached && port.resetLine()) {
            attached = false;
            machine.lineLost(nowNanos);
        }
        machine.powerOn(nowNanos);
        due = nowNanos;
    }

    @Override
    public void close() throws IOException {
        try (ledger) {
            port.close();
        }
    }
}
