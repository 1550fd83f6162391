package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.SewingHints;

/**
 * An area filled with parallel rows.
 *
 * @param direction of the rows
 */
public record TatamiFill(int thread, String element, Polygon area, RowDirection direction, SewingHints hints)
        implements StitchObject {

    /** One of whose file nothing is known. */
    public TatamiFill(int thread, String element, Polygon area, RowDirection direction) {
        this(thread, element, area, direction, SewingHints.NONE);
    }
}
