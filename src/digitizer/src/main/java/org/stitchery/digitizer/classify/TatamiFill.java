package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Polygon;

/**
 * An area filled with parallel rows.
 *
 * @param angle of the rows, radians from the x axis towards y, 0 to pi
 */
public record TatamiFill(int thread, String element, Polygon area, double angle) implements StitchObject {}
