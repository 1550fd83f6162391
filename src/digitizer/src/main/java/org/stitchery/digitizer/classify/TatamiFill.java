package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Polygon;

/**
 * An area filled with parallel rows.
 *
 * @param direction of the rows
 */
public record TatamiFill(int thread, String element, Polygon area, RowDirection direction) implements StitchObject {}
