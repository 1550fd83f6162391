package org.stitchery.digitizer.classify;

/** A column of stitches that cross it from side to side. */
public record SatinColumn(int thread, String element, Ladder ladder) implements StitchObject {}
