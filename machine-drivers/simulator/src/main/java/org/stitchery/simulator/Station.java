package org.stitchery.simulator;

import java.io.Closeable;
import java.io.IOException;
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

    private static final int MOST_AT_ONCE = 4096;

    private final Port port;
    private final LineRate rate;
    private final LedgerWriter ledger;
    private final SimulatedMachine machine;
    private final byte[] arrived = new byte[MOST_AT_ONCE];
    private final Answers answers;
    private boolean attached;
    private long flushedAt;

    private Station(Port port, LineRate rate, LedgerWriter ledger, SimulatedMachine machine, int fifoBytes) {
        this.port = port;
        this.answers = new Answers(port, rate.nanosFor(fifoBytes));
        this.rate = rate;
        this.ledger = ledger;
        this.machine = machine;
    }

    static Station open(MachinePlan plan, long nowNanos) throws IOException {
        LineRate rate = new LineRate(plan.lineBytesPerSecond(), nowNanos);
        LedgerWriter ledger = LedgerWriter.open(plan.ledger(), nowNanos);
        try {
            Port port = Port.open(plan.listen());
            SimulatedMachine machine =
                    new SimulatedMachine(plan.traits(), plan.protocol().maker(), port.address(), ledger, nowNanos);
            return new Station(port, rate, ledger, machine, plan.fifoBytes());
        } catch (IOException | RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    Port port() {
        return port;
    }

    SimulatedMachine machine() {
        return machine;
    }

    /**
     * Does what is due.
     *
     * @param lateNanos how much later than it should this turn comes, because the computer was busy
     * @return when the next turn is wanted at the latest unless the port has news
     */
    long turn(long nowNanos, long lateNanos) throws IOException {
        if (lateNanos > 0 && attached) {
            rate.wasAway(lateNanos);
            machine.excuse(rate.bytesIn(lateNanos));
        }
        if (!attached && port.hostThere()) {
            attached = true;
            machine.lineOpened(nowNanos);
        }
        long due = Long.MAX_VALUE;
        if (attached && port.readable() && machine.listens()) {
            due = read(nowNanos);
        }
        due = Math.min(due, machine.turn(nowNanos));
        due = Math.min(due, answer(nowNanos));
        if (nowNanos - flushedAt >= FLUSH_NANOS) {
            flushedAt = nowNanos;
            ledger.flush();
        }
        return due;
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
        int most = Math.min(MOST_AT_ONCE, rate.available(nowNanos));
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
    }

    /** The power is back. A network port knows nothing of the line it had and says so. */
    void powerOn(long nowNanos) throws IOException {
        if (attached && port.resetLine()) {
            attached = false;
            machine.lineLost(nowNanos);
        }
        machine.powerOn(nowNanos);
    }

    @Override
    public void close() throws IOException {
        try (ledger) {
            port.close();
        }
    }
}
