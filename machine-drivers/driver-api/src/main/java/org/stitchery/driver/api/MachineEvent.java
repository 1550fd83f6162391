package org.stitchery.driver.api;

/** One thing that happened at a machine, as a driver saw it. */
public sealed interface MachineEvent {

    /**
     * The delivery has come this far.
     *
     * @param evidence how sure
     * @param bytes design bytes counted from its beginning; may fall after a thread break
     */
    record Progressed(Evidence evidence, long bytes) implements MachineEvent {}

    /** The machine's own stitch counter was read. May fall: machines back up after a thread break. */
    record CounterRead(long stitches) implements MachineEvent {}

    /** The machine told us to wait: XOFF, CTS low, busy. */
    record HeldByMachine(String how) implements MachineEvent {}

    /** The machine takes data again. */
    record Released() implements MachineEvent {}

    /** The delivery is paused at our side. */
    record Paused() implements MachineEvent {}

    /** The delivery goes on. */
    record Resumed() implements MachineEvent {}

    /**
     * The machine sews with another thread now.
     *
     * @param color which colour of the design, counted from 0
     * @param needle the machine's own number of the needle, 0 when it does not say
     */
    record ColorChanged(int color, int needle) implements MachineEvent {}

    /** The machine reported a broken thread. */
    record ThreadBroke(String detail) implements MachineEvent {}

    /** The machine waits for a person. */
    record NeedsPerson(String detail) implements MachineEvent {}

    /** The machine is sewing. */
    record Sewing() implements MachineEvent {}

    /** Something came in that the protocol does not know. */
    record Strange(String detail) implements MachineEvent {}
}
