package org.stitchery.digitizer.classify;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.geometry.OpenCloth;

/**
 * An area filled with parallel rows.
 *
 * @param direction of the rows
 * @param seen what will be seen of it once all is sewn, and perhaps more; the rest lies below neighbours
 * @param cloth what stays open around it
 */
public record TatamiFill(
        int thread,
        String element,
        Polygon area,
        RowDirection direction,
        SewingHints hints,
        Geometry seen,
        OpenCloth cloth)
        implements AreaFill {

    /** One that lies below nothing and of whose file nothing is known. */
    public TatamiFill(int thread, String element, Polygon area, RowDirection direction) {
        this(thread, element, area, direction, SewingHints.NONE, area, new OpenCloth(List.of(area)));
    }
}
