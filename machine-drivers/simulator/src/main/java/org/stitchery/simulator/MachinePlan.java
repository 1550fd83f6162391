package org.stitchery.simulator;

import java.nio.file.Path;
import org.stitchery.simulator.line.ListenAddress;
import org.stitchery.simulator.machine.MachineTraits;

/**
 * What it takes to set up one machine.
 *
 * @param listen where its host finds it
 * @param ledger file in which it takes down what its needle did; an existing one is appended to
 * @param protocol how it is spoken to
 * @param lineBytesPerSecond how fast its line brings bytes, at least 1
 * @param fifoBytes so many bytes are still under way to the machine when it asks the host to wait, 0 or more: what a UART's
 *     queue or a USB adapter's packet holds
 * @param traits how it is built
 */
public record MachinePlan(
        ListenAddress listen,
        Path ledger,
        Protocol protocol,
        int lineBytesPerSecond,
        int fifoBytes,
        MachineTraits traits) {

    /** What a line at 115,200 baud, 8N1, carries. */
    public static final int USUAL_LINE_BYTES_PER_SECOND = 11_520;

    public MachinePlan {
        if (lineBytesPerSecond < 1) {
            throw new IllegalArgumentException("A line carries at least 1 byte per second, got " + lineBytesPerSecond);
        }
        if (fifoBytes < 0) {
            throw new IllegalArgumentException("Bytes under way are 0 or more, got " + fifoBytes);
        }
    }

    /** A tape reader. */
    public MachinePlan(ListenAddress listen, Path ledger, int lineBytesPerSecond, MachineTraits traits) {
        this(listen, ledger, Protocol.TAPE, lineBytesPerSecond, 0, traits);
    }

    /** A machine whose word reaches its host at once. */
    public MachinePlan(
            ListenAddress listen, Path ledger, Protocol protocol, int lineBytesPerSecond, MachineTraits traits) {
        this(listen, ledger, protocol, lineBytesPerSecond, 0, traits);
    }
}
