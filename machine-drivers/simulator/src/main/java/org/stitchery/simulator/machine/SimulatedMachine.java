package org.stitchery.simulator.machine;

import org.stitchery.simulator.ledger.LedgerSink;

/**
 * A machine: its mechanism and the controller through which hosts speak to it.
 *
 * <p>It has no clock and no thread: whoever plays it says what time it is, never going back, and calls
 * {@link #turn(long)} when the time that returned has come. Confined to one thread.
 */
public final class SimulatedMachine {

    private final Mechanism mechanism;
    private final Controller.Maker maker;
    private final String address;
    private Controller controller;
    private boolean hostThere;
    private boolean hostTold;

    /**
     * A machine that was just switched on.
     *
     * @param address where its line is, for the controller
     */
    public SimulatedMachine(
            MachineTraits traits, Controller.Maker maker, String address, LedgerSink ledger, long nowNanos) {
        mechanism = new Mechanism(traits, ledger, nowNanos);
        this.maker = maker;
        this.address = address;
        controller = maker.make(mechanism, address);
        mechanism.obey(controller);
    }

    /** Needle, thread and operator. */
    public Mechanism mechanism() {
        return mechanism;
    }

    public Mechanism.State state() {
        return mechanism.state();
    }

    /** The label of the design it has or last had, empty before the first. */
    public String label() {
        return mechanism.label();
    }

    /** A host opened the line. */
    public void lineOpened(long nowNanos) {
        turn(nowNanos);
        hostThere = true;
        tellOfHost(nowNanos);
        turn(nowNanos);
    }

    /** The host left, all it had sent was given to {@link #receive}. */
    public void lineLost(long nowNanos) {
        turn(nowNanos);
        hostThere = false;
        tellOfHost(nowNanos);
        turn(nowNanos);
    }

    /** True when bytes of the line are wanted; false while it sews the rest of a line that was lost. */
    public boolean listens() {
        return !mechanism.powered() || controller.listens();
    }

    /** Bytes arrived. Without power they are lost. */
    public void receive(byte[] bytes, int length, long nowNanos) {
        if (!mechanism.powered()) {
            return;
        }
        turn(nowNanos);
        controller.receive(bytes, length, nowNanos);
        turn(nowNanos);
    }

    /** Whoever plays the machine was late: so many bytes that do not fit are nobody's fault. */
    public void excuse(long bytes) {
        controller.excuse(bytes);
    }

    /** The next byte for the host, -1 for none. */
    public int pollOutgoing() {
        return mechanism.powered() ? controller.pollOutgoing() : -1;
    }

    /** Stops the needle after the stitch it is in. */
    public void stop(long nowNanos) {
        turn(nowNanos);
        mechanism.stop(nowNanos);
        turn(nowNanos);
    }

    /** Ends a {@link #stop}. */
    public void go(long nowNanos) {
        turn(nowNanos);
        mechanism.go(nowNanos);
        turn(nowNanos);
    }

    /** Breaks the thread at the next penetration. */
    public void breakThread() {
        mechanism.breakThread();
    }

    /** Clears everything: what was being sewn is over, a new design may come. */
    public void reset(long nowNanos) {
        turn(nowNanos);
        mechanism.reset(nowNanos);
        controller.reset(nowNanos);
        turn(nowNanos);
    }

    /** The power is gone. Whoever plays the machine leaves its line as it is: to the host it is silent. */
    public void powerOff(long nowNanos) {
        if (mechanism.powered()) {
            turn(nowNanos);
            mechanism.powerOff(nowNanos);
        }
    }

    /**
     * The power is back. A machine that remembers its place goes on when its operator has come; another one has
     * forgotten everything. A host that is on the line is to it one that has just opened it.
     */
    public void powerOn(long nowNanos) {
        if (mechanism.powered()) {
            return;
        }
        mechanism.powerOn(nowNanos);
        if (!mechanism.traits().remembersPlace()) {
            controller = maker.make(mechanism, address);
            mechanism.obey(controller);
        } else if (hostTold) {
            controller.lineLost(nowNanos);
        }
        hostTold = false;
        tellOfHost(nowNanos);
        turn(nowNanos);
    }

    /**
     * Does everything that is due.
     *
     * @return when the next thing will be, {@link Long#MAX_VALUE} when it waits for bytes or for a person
     */
    public long turn(long nowNanos) {
        if (!mechanism.powered()) {
            return Long.MAX_VALUE;
        }
        mechanism.turn(nowNanos);
        long due = controller.turn(nowNanos);
        // What a controller does in its turn may give the needle work, and that in turn may be news for the controller.
        while (mechanism.turn(nowNanos)) {
            due = controller.turn(nowNanos);
        }
        return Math.min(due, mechanism.due());
    }

    private void tellOfHost(long nowNanos) {
        if (!mechanism.powered() || hostTold == hostThere) {
            return;
        }
        hostTold = hostThere;
        if (hostThere) {
            controller.lineOpened(nowNanos);
        } else {
            controller.lineLost(nowNanos);
        }
    }
}
