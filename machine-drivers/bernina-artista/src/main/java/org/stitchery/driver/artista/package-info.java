/**
 * Bernina artista 165, 170, 180 and 185: a design is written into the embroidery module's memory, byte by byte, each echoed,
 * and stored by a function of its firmware; the operator then finds it on the screen.
 *
 * <p>The protocol is the one Ylianst's EmbroideryCommunicator (docs/SerialProtocol.md and docs/HighLevel.md there) decoded
 * and tried on one machine; nothing of it is published by the maker, and we have tried it on a simulated machine only.
 * Commands that program, erase, halt or restart the machine do not exist in this package: see
 * {@link org.stitchery.driver.artista.Phrase}. Read {@link org.stitchery.driver.artista.ArtistaUpload} first.
 */
@NullMarked
package org.stitchery.driver.artista;

import org.jspecify.annotations.NullMarked;
