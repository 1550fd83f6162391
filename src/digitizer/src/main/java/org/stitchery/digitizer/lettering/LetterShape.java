package org.stitchery.digitizer.lettering;

import java.util.Arrays;
import java.util.List;

/**
 * One character drawn at its size, its foot on y 0, y upwards, with its outline to both sides for spacing.
 *
 * <p>For spacing the letter is cut into level bands; in each it is known how far the letter reaches to the left and to
 * the right.
 */
final class LetterShape {

    /** Bands from the deepest descender to above the marks, as shares of the face's height. */
    static final double LOWEST = -0.4;

    static final double HIGHEST = 1.5;
    static final int BANDS = 57;

    private final int codePoint;
    private final List<Column> columns;
    private final double height;
    private final boolean entered;
    private final double joinX;
    private final double[] left = new double[BANDS];
    private final double[] right = new double[BANDS];

    /**
     * @param height of a capital of its size
     * @param entered true when a stroke from the letter before arrives at x 0
     * @param joinX where its stroke to the next letter ends, NaN for none
     */
    LetterShape(int codePoint, List<Column> columns, double height, boolean entered, double joinX) {
        this.codePoint = codePoint;
        this.columns = List.copyOf(columns);
        this.height = height;
        this.entered = entered;
        this.joinX = joinX;
        Arrays.fill(left, Double.POSITIVE_INFINITY);
        Arrays.fill(right, Double.NEGATIVE_INFINITY);
    }

    /** Measures the outline in bands of a face's height. */
    LetterShape measured(double faceHeight) {
        for (Column column : columns) {
            double[] r = column.rungs();
            int n = column.size();
            for (int i = 0; i < n; i++) {
                int j = i + 1 < n ? i + 1 : column.closed() ? 0 : i;
                for (int side = 0; side <= 2; side += 2) {
                    mark(r[4 * i + side], r[4 * i + side + 1], r[4 * j + side], r[4 * j + side + 1], faceHeight);
                }
                mark(r[4 * i], r[4 * i + 1], r[4 * i + 2], r[4 * i + 3], faceHeight);
            }
        }
        return this;
    }

    private void mark(double x0, double y0, double x1, double y1, double faceHeight) {
        double band = (HIGHEST - LOWEST) * faceHeight / BANDS;
        int a = (int) Math.floor((Math.min(y0, y1) - LOWEST * faceHeight) / band);
        int b = (int) Math.floor((Math.max(y0, y1) - LOWEST * faceHeight) / band);
        for (int k = Math.max(0, a); k <= Math.min(BANDS - 1, b); k++) {
            left[k] = Math.min(left[k], Math.min(x0, x1));
            right[k] = Math.max(right[k], Math.max(x0, x1));
        }
    }

    int codePoint() {
        return codePoint;
    }

    List<Column> columns() {
        return columns;
    }

    double height() {
        return height;
    }

    boolean entered() {
        return entered;
    }

    double joinX() {
        return joinX;
    }

    /** Leftmost x in a band, positive infinity when the letter is not there. */
    double left(int band) {
        return left[band];
    }

    /** Rightmost x in a band, negative infinity when the letter is not there. */
    double right(int band) {
        return right[band];
    }

    double minX() {
        return Arrays.stream(left).min().orElse(0);
    }

    double maxX() {
        return Arrays.stream(right).max().orElse(0);
    }
}
