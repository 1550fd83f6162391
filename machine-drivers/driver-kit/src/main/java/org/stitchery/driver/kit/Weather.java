package org.stitchery.driver.kit;

import java.util.Random;

/**
 * What a {@link ScriptedLine} does to the bytes besides carrying them.
 *
 * @param pieces how many bytes one call moves at most: 0 for as many as the line carries, otherwise at random from 1
 * @param seed for everything random
 * @param cutAfter the line breaks once it has accepted this many bytes; {@link #NEVER} for never
 * @param cutQuietly true when the other side ends the line, false when calls fail
 * @param stallAfter the line takes no more once it has accepted this many; {@link #NEVER} for never
 * @param handshakeLow true when the stall shows as a lowered handshake wire
 * @param strict whether the host's bytes must be the transcript's
 */
record Weather(
        int pieces, long seed, int cutAfter, boolean cutQuietly, int stallAfter, boolean handshakeLow, boolean strict) {

    static final int NEVER = -1;

    static Weather fair() {
        return new Weather(0, 0, NEVER, false, NEVER, false, true);
    }

    Weather inPieces(int largest, long seed) {
        return new Weather(largest, seed, cutAfter, cutQuietly, stallAfter, handshakeLow, strict);
    }

    Weather cutAfter(int bytes, boolean quietly) {
        return new Weather(pieces, seed, bytes, quietly, stallAfter, handshakeLow, strict);
    }

    Weather stallAfter(int bytes, boolean wireShowsIt) {
        return new Weather(pieces, seed, cutAfter, cutQuietly, bytes, wireShowsIt, strict);
    }

    /** For machines that do not keep to the script, so that the host cannot either. */
    Weather lenient() {
        return new Weather(pieces, seed, cutAfter, cutQuietly, stallAfter, handshakeLow, false);
    }

    Random chance() {
        return new Random(seed);
    }
}
