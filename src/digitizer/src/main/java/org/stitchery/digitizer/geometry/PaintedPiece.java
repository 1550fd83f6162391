package org.stitchery.digitizer.geometry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.artwork.SewingHints;

/**
 * One coat of one colour: the fill or the line of a shape.
 *
 * @param element the drawing's name of it
 * @param rgb 0xRRGGBB as seen, transparency already mixed in
 * @param area what it covers, before others cover it
 * @param stroke how the line is drawn, null for a fill
 * @param lines the line's own course, empty for a fill
 * @param hints how the file wants it sewn
 */
public record PaintedPiece(
        String element, int rgb, Geometry area, @Nullable Stroke stroke, List<Contour> lines, SewingHints hints) {

    public PaintedPiece {
        lines = List.copyOf(lines);
    }

    static PaintedPiece fill(String element, int rgb, Geometry area, SewingHints hints) {
        return new PaintedPiece(element, rgb, area, null, List.of(), hints);
    }
}
