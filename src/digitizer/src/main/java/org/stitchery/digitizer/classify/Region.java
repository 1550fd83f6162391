package org.stitchery.digitizer.classify;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.artwork.SewingHints;

/**
 * What one thread shows in one place.
 *
 * @param thread which of the design's threads
 * @param element the drawing's element, the lowest where several were merged
 * @param lowest place in the paint order, of the lowest piece where several were merged
 * @param order place in the paint order, of the highest piece where several were merged
 * @param visible what is seen of it
 * @param painted what was painted of it, seen or not
 * @param stroke how the line is drawn, null for a fill
 * @param lines the line's course, empty for a fill
 * @param hints how the file wants it sewn
 */
public record Region(
        int thread,
        String element,
        int lowest,
        int order,
        Geometry visible,
        Geometry painted,
        @Nullable Stroke stroke,
        List<Contour> lines,
        SewingHints hints) {

    public Region {
        lines = List.copyOf(lines);
    }
}
