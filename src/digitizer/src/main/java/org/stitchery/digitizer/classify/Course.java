package org.stitchery.digitizer.classify;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The middle line of a column with how wide it may be along the way.
 *
 * @param line x and y in turn, page millimetres; a closed course does not repeat its first point
 * @param half at most so far do rungs reach to either side, for each point
 * @param beyondStart how far the column may go on straight before the first point
 * @param beyondEnd how far it may go on straight after the last point
 * @param startCut where it ends against another column at its start, null for nowhere
 * @param endCut the same at its end
 */
record Course(
        double[] line,
        double[] half,
        boolean closed,
        double beyondStart,
        double beyondEnd,
        @Nullable HalfPlane startCut,
        @Nullable HalfPlane endCut) {

    static Course closed(double[] line, double half) {
        return new Course(line, same(half, line.length / 2), true, 0, 0, null, null);
    }

    static double[] same(double value, int count) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    double length() {
        double length = 0;
        int n = points();
        for (int i = 1; i < n; i++) {
            double dx = line[2 * i] - line[2 * i - 2];
            double dy = line[2 * i + 1] - line[2 * i - 1];
            length += Math.sqrt(dx * dx + dy * dy);
        }
        return length;
    }

    int points() {
        return line.length / 2;
    }
}
