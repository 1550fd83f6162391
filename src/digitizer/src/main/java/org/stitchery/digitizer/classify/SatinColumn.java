package org.stitchery.digitizer.classify;

import org.stitchery.digitizer.artwork.SewingHints;

/** A column of stitches that cross it from side to side. */
public record SatinColumn(int thread, String element, Ladder ladder, SewingHints hints) implements StitchObject {

    /** One of whose file nothing is known. */
    public SatinColumn(int thread, String element, Ladder ladder) {
        this(thread, element, ladder, SewingHints.NONE);
    }
}
