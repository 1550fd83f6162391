package org.stitchery.digitizer.classify;

import org.stitchery.digitizer.artwork.SewingHints;

/**
 * A column of stitches that cross it from side to side.
 *
 * @param carried true when it lies on other thread, which holds the cloth and hides it
 */
public record SatinColumn(int thread, String element, Ladder ladder, SewingHints hints, boolean carried)
        implements StitchObject {

    /** One that lies on cloth. */
    public SatinColumn(int thread, String element, Ladder ladder, SewingHints hints) {
        this(thread, element, ladder, hints, false);
    }

    /** One of whose file nothing is known. */
    public SatinColumn(int thread, String element, Ladder ladder) {
        this(thread, element, ladder, SewingHints.NONE);
    }

    /** The same on other thread. */
    public SatinColumn onThread() {
        return new SatinColumn(thread, element, ladder, hints, true);
    }
}
