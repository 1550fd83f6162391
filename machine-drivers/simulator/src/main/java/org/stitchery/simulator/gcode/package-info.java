/**
 * Motion controllers of own-built machines, played from outside: a grbl 1.1 and a Marlin with a receive buffer of 128
 * bytes that loses what it cannot hold, and a queue of 15 moves. They read lines by themselves and know nothing of the
 * drivers. What drives the needle is {@link org.stitchery.simulator.gcode.NeedleDrive}.
 */
@NullMarked
package org.stitchery.simulator.gcode;

import org.jspecify.annotations.NullMarked;
