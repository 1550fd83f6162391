package org.stitchery.digitizer.classify;

import org.locationtech.jts.geom.Polygon;

/** An area covered with thread from edge to edge, whichever way the thread runs in it. */
public sealed interface AreaFill extends StitchObject permits SpiralFill, TatamiFill {

    /** What is covered, in page millimetres. */
    Polygon area();
}
