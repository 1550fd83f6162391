package org.stitchery.digitizer.classify;

import org.stitchery.digitizer.artwork.SewingHints;

/**
 * A line too thin for satin, sewn as a running stitch there and back, the two lines far enough apart to fill its width.
 *
 * @param line x and y in turn, page millimetres
 * @param closed true when the last point joins the first; then it is not repeated
 * @param widthMm as drawn
 */
public record RunningStitch(
        int thread, String element, double[] line, boolean closed, double widthMm, SewingHints hints)
        implements StitchObject {

    public RunningStitch {
        line = line.clone();
    }

    /** One of whose file nothing is known. */
    public RunningStitch(int thread, String element, double[] line, boolean closed, double widthMm) {
        this(thread, element, line, closed, widthMm, SewingHints.NONE);
    }

    @Override
    public double[] line() {
        return line.clone();
    }
}
