package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Geometry;

/**
 * A column of stitches that cross it from side to side.
 *
 * @param line the course of its middle, x and y in turn, page millimetres
 * @param closed true when the last point joins the first; then it is not repeated
 * @param widthMm as drawn
 */
public record SatinColumn(int thread, String element, Geometry area, double[] line, boolean closed, double widthMm)
        implements StitchObject {

    public SatinColumn {
        line = line.clone();
    }

    @Override
    public double[] line() {
        return line.clone();
    }
}
