package org.stitchery.digitizer.check;

/**
 * What is missing of one element of the drawing.
 *
 * @param element the drawing's name of it
 * @param seenMm2 as much of it is to be seen
 * @param missingMm2 as much of that has no thread of its colour
 * @param xMm a place on the page where thread is missing, the one nearest to the middle of all such places
 * @param yMm the same, downwards
 */
record Shortfall(String element, double seenMm2, double missingMm2, double xMm, double yMm) {

    /** 0 to 1. */
    double missingShare() {
        return missingMm2 / seenMm2;
    }
}
