/**
 * A machine played from outside, in a process of its own: it owns the far end of a serial line (a pty) or a TCP port,
 * reads at the speed of the line, sews at the speed of a needle, and keeps its own ledger of what the needle did.
 * {@link org.stitchery.simulator.Simulator} is the way in, {@link org.stitchery.simulator.SimulatorMain} the command.
 */
@NullMarked
package org.stitchery.simulator;

import org.jspecify.annotations.NullMarked;
