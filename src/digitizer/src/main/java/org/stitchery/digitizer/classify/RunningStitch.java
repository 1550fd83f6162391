package org.stitchery.digitizer.classify;

/**
 * A line too thin for satin, sewn as a running stitch there and back, the two lines far enough apart to fill its width.
 *
 * @param line x and y in turn, page millimetres
 * @param closed true when the last point joins the first; then it is not repeated
 * @param widthMm as drawn
 */
public record RunningStitch(int thread, String element, double[] line, boolean closed, double widthMm)
        implements StitchObject {

    public RunningStitch {
        line = line.clone();
    }

    @Override
    public double[] line() {
        return line.clone();
    }
}
