/**
 * A Bernina artista with its embroidery module as EmbroideryCommunicator's documents describe it: commands echoed letter by
 * letter, a memory map, functions behind one address. It shares no code with the driver.
 */
@NullMarked
package org.stitchery.simulator.artista;

import org.jspecify.annotations.NullMarked;
