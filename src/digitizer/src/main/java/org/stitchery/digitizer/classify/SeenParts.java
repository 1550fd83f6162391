package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stitchery.digitizer.geometry.Outline;

/** The parts of a line that lie within an area, found at stations along it. */
final class SeenParts {

    private static final double STEP_MM = 0.3;

    private SeenParts() {}

    /**
     * @param line x and y in turn
     * @param closed true when the last point joins the first
     * @return the very line when all of it lies within, otherwise open parts, each of at least two points
     */
    static List<double[]> of(double[] line, boolean closed, Outline area) {
        double[] fine = divided(line, closed);
        int n = fine.length / 2;
        boolean[] seen = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            // The very ends of a line lie on the outline of its area, where inside is anyone's guess.
            int j = !closed && n > 2 ? Math.max(1, Math.min(n - 2, i)) : i;
            seen[i] = area.contains(fine[2 * j], fine[2 * j + 1]);
            count += seen[i] ? 1 : 0;
        }
        List<double[]> parts = new ArrayList<>();
        if (count == n) {
            parts.add(line);
            return parts;
        }
        int start = 0;
        while (closed && start < n && seen[start]) {
            start++;
        }
        int from = -1;
        for (int k = 0; k <= n; k++) {
            int i = (start + k) % n;
            boolean here = k < n && seen[i];
            if (here && from < 0) {
                from = k;
            } else if (!here && from >= 0) {
                if (k - from >= 2) {
                    parts.add(part(fine, start + from, k - from));
                }
                from = -1;
            }
        }
        return parts;
    }

    private static double[] part(double[] fine, int from, int count) {
        int n = fine.length / 2;
        double[] part = new double[2 * count];
        for (int i = 0; i < count; i++) {
            part[2 * i] = fine[2 * ((from + i) % n)];
            part[2 * i + 1] = fine[2 * ((from + i) % n) + 1];
        }
        return part;
    }

    private static double[] divided(double[] line, boolean closed) {
        int n = line.length / 2;
        double[] fine = new double[64];
        int size = 0;
        int segments = closed ? n : n - 1;
        for (int i = 0; i < segments; i++) {
            int j = (i + 1) % n;
            double dx = line[2 * j] - line[2 * i];
            double dy = line[2 * j + 1] - line[2 * i + 1];
            int parts = (int) Math.max(1, Math.ceil(Math.sqrt(dx * dx + dy * dy) / STEP_MM));
            for (int p = 0; p < parts; p++) {
                if (size + 4 > fine.length) {
                    fine = Arrays.copyOf(fine, 2 * fine.length);
                }
                fine[size++] = line[2 * i] + dx * p / parts;
                fine[size++] = line[2 * i + 1] + dy * p / parts;
            }
        }
        if (!closed) {
            fine[size++] = line[2 * n - 2];
            fine[size++] = line[2 * n - 1];
        }
        return Arrays.copyOf(fine, size);
    }
}
