package org.stitchery.digitizer.artwork;

/**
 * A polyline in millimetres on the page, y downwards, with curves already flattened to within
 * {@value #FLATNESS_MM} mm. Dashes come as open contours of their own.
 */
public final class Contour {

    /** Largest distance between a curve and the chord that stands for it: a fifth of the machine's smallest step. */
    public static final double FLATNESS_MM = 0.02;

    private final double[] xy;
    private final boolean closed;

    /**
     * Copies the points.
     *
     * @param xy x and y in turn, at least one point; a closed contour does not repeat its first point at the end
     * @throws IllegalArgumentException for an odd count, no point, or a coordinate that is not finite
     */
    public Contour(double[] xy, boolean closed) {
        if (xy.length == 0 || xy.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "Contour needs x and y of at least one point, got " + xy.length + " numbers");
        }
        for (double v : xy) {
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException("Contour has a coordinate that is not finite: " + v);
            }
        }
        this.xy = xy.clone();
        this.closed = closed;
    }

    /** Number of points. */
    public int size() {
        return xy.length / 2;
    }

    public double x(int i) {
        return xy[2 * i];
    }

    public double y(int i) {
        return xy[2 * i + 1];
    }

    /** True when the last point joins the first. */
    public boolean closed() {
        return closed;
    }
}
