package org.stitchery.digitizer.measure;

import java.util.Arrays;

/**
 * Distances of all pixels to a set of pixels. The straight ones are exact, by lower envelopes of parabolas, once along
 * rows and once along columns (Felzenszwalb and Huttenlocher, Distance Transforms of Sampled Functions, 2012); those in
 * steps along rows and columns serve to shrink and grow sets.
 */
final class Distances {

    private static final float FAR = 1e12f;

    private Distances() {}

    /** Straight distances in pixels from each pixel's centre to the nearest one of the set; huge when it is empty. */
    static float[] straight(boolean[] set, int width, int height) {
        float[] squared = new float[set.length];
        for (int i = 0; i < set.length; i++) {
            squared[i] = set[i] ? 0 : FAR;
        }
        int longest = Math.max(width, height);
        float[] line = new float[longest];
        int[] parabolas = new int[longest];
        double[] borders = new double[longest + 1];
        for (int x = 0; x < width; x++) {
            lower(squared, x, width, height, line, parabolas, borders);
        }
        for (int y = 0; y < height; y++) {
            lower(squared, y * width, 1, width, line, parabolas, borders);
        }
        for (int i = 0; i < squared.length; i++) {
            squared[i] = (float) Math.sqrt(squared[i]);
        }
        return squared;
    }

    private static void lower(
            float[] values, int from, int step, int n, float[] line, int[] parabolas, double[] borders) {
        for (int i = 0; i < n; i++) {
            line[i] = values[from + i * step];
        }
        int k = 0;
        parabolas[0] = 0;
        borders[0] = Double.NEGATIVE_INFINITY;
        borders[1] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < n; i++) {
            double meet = meet(line, parabolas[k], i);
            while (meet <= borders[k]) {
                k--;
                meet = meet(line, parabolas[k], i);
            }
            k++;
            parabolas[k] = i;
            borders[k] = meet;
            borders[k + 1] = Double.POSITIVE_INFINITY;
        }
        k = 0;
        for (int i = 0; i < n; i++) {
            while (borders[k + 1] < i) {
                k++;
            }
            float d = i - parabolas[k];
            values[from + i * step] = d * d + line[parabolas[k]];
        }
    }

    private static double meet(float[] line, int a, int b) {
        return ((line[b] + (double) b * b) - (line[a] + (double) a * a)) / (2.0 * (b - a));
    }

    /** The set without what is fewer than {@code steps} steps inside it. What lies beyond the picture is not in it. */
    static boolean[] shrunk(boolean[] set, int width, int height, int steps) {
        int[] outside = steps(set, false, width, height);
        boolean[] left = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            int x = i % width;
            int y = i / width;
            int border = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y)) + 1;
            left[i] = Math.min(outside[i], border) > steps;
        }
        return left;
    }

    /** The set with everything up to {@code steps} steps away. */
    static boolean[] grown(boolean[] set, int width, int height, int steps) {
        int[] away = steps(set, true, width, height);
        boolean[] more = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            more[i] = away[i] <= steps;
        }
        return more;
    }

    /** The outermost pixels of the set. */
    static boolean[] rim(boolean[] set, int width, int height) {
        boolean[] inner = shrunk(set, width, height, 1);
        boolean[] rim = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            rim[i] = set[i] && !inner[i];
        }
        return rim;
    }

    private static int[] steps(boolean[] set, boolean to, int width, int height) {
        int far = width + height;
        int[] steps = new int[set.length];
        Arrays.fill(steps, far);
        for (int i = 0; i < set.length; i++) {
            if (set[i] == to) {
                steps[i] = 0;
                continue;
            }
            if (i % width > 0) {
                steps[i] = Math.min(steps[i], steps[i - 1] + 1);
            }
            if (i >= width) {
                steps[i] = Math.min(steps[i], steps[i - width] + 1);
            }
        }
        for (int i = set.length - 1; i >= 0; i--) {
            if (i % width < width - 1) {
                steps[i] = Math.min(steps[i], steps[i + 1] + 1);
            }
            if (i + width < set.length) {
                steps[i] = Math.min(steps[i], steps[i + width] + 1);
            }
        }
        return steps;
    }
}
