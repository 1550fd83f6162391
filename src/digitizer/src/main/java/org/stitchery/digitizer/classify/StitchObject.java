package org.stitchery.digitizer.classify;

import org.stitchery.digitizer.artwork.SewingHints;

/** A shape with its sewing method: what a person would call one object of the design. */
public sealed interface StitchObject permits AreaFill, RunningStitch, SatinColumn {

    /** Which of the design's threads sews it. */
    int thread();

    /** The drawing's element it comes from, the lowest where several were merged. */
    String element();

    /** How the file wants it sewn, as far as that is left to stitching. */
    SewingHints hints();
}
