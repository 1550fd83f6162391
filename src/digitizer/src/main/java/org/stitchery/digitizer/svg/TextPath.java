package org.stitchery.digitizer.svg;

import java.util.Arrays;
import java.util.List;

/** A line to set letters on, measured along. Immutable. */
final class TextPath {

    /** Begin and end of each straight piece, four numbers in turn. */
    private final double[] pieces;
    /** How far along each piece ends. */
    private final double[] ends;

    private final double length;
    private final double start;

    /**
     * @param lines in the coordinates of the text
     * @param offset as the file gives it: a length or a share of the whole
     */
    TextPath(List<Polyline> lines, String offset, Lengths lengths) {
        int count = lines.stream().mapToInt(Polyline::pieces).sum();
        pieces = new double[4 * count];
        ends = new double[count];
        double along = 0;
        int n = 0;
        for (Polyline line : lines) {
            for (int i = 0; i < line.pieces(); i++) {
                int j = (i + 1) % line.size();
                pieces[4 * n] = line.x(i);
                pieces[4 * n + 1] = line.y(i);
                pieces[4 * n + 2] = line.x(j);
                pieces[4 * n + 3] = line.y(j);
                along += Math.sqrt(square(line.x(j) - line.x(i)) + square(line.y(j) - line.y(i)));
                ends[n++] = along;
            }
        }
        length = along;
        String text = offset.strip();
        start = text.endsWith("%")
                ? new Lengths(length, length, lengths.fontSize()).length(text, Lengths.Of.WIDTH, 0)
                : lengths.length(text, Lengths.Of.WIDTH, 0);
    }

    /** Where the text begins. */
    double start() {
        return start;
    }

    /** True for a place on the line and not before or after it. */
    boolean reaches(double at) {
        return at >= 0 && at <= length;
    }

    /** Moves what stands on the origin to the place on the line, and turns it the line's way. */
    Matrix at(double distance) {
        int found = Arrays.binarySearch(ends, distance);
        int n = Math.min(found < 0 ? -found - 1 : found, ends.length - 1);
        if (n < 0) {
            return Matrix.IDENTITY;
        }
        double dx = pieces[4 * n + 2] - pieces[4 * n];
        double dy = pieces[4 * n + 3] - pieces[4 * n + 1];
        double piece = Math.sqrt(square(dx) + square(dy));
        double cos = piece > 0 ? dx / piece : 1;
        double sin = piece > 0 ? dy / piece : 0;
        double left = distance - (n == 0 ? 0 : ends[n - 1]);
        return new Matrix(cos, sin, -sin, cos, pieces[4 * n] + cos * left, pieces[4 * n + 1] + sin * left);
    }

    private static double square(double v) {
        return v * v;
    }
}
