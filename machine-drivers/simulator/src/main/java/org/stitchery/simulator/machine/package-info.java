/**
 * The machine itself, driven by the times it is given: no thread, no clock, no line. {@link
 * org.stitchery.simulator.machine.Mechanism} is what every machine has, needle, thread and operator; {@link
 * org.stitchery.simulator.machine.Controller} is how one is spoken to; {@link
 * org.stitchery.simulator.machine.SimulatedMachine} is both together.
 */
@NullMarked
package org.stitchery.simulator.machine;

import org.jspecify.annotations.NullMarked;
