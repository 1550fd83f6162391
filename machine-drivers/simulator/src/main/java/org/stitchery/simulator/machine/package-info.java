/**
 * The machine itself, driven by the times it is given: no thread, no clock, no line. {@link
 * org.stitchery.simulator.machine.SimulatedMachine} is the way in.
 */
@NullMarked
package org.stitchery.simulator.machine;

import org.jspecify.annotations.NullMarked;
