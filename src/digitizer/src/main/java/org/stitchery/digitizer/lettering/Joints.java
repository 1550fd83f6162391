package org.stitchery.digitizer.lettering;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes from each column what lies under those before it, but for a narrow overlap, so that no place is sewn twice and
 * none stays bare when the cloth gives.
 */
final class Joints {

    /** How far a column reaches below the one it meets: less than a thread's width, since compensation adds to it. */
    private static final double OVERLAP_MM = 0.28;

    /** Rungs left shorter than this are covered by the neighbour's own thread. */
    private static final double LEAST_RUNG_MM = 0.4;

    private static final double LEAST_LENGTH_MM = 0.3;

    /** How far an end goes on below the column it stops at. */
    private static final double BEYOND_MM = 0.15;

    private static final int SAMPLES = 28;

    private Joints() {}

    static List<Column> opened(List<Column> columns) {
        List<Column> done = new ArrayList<>();
        List<Column> inner = new ArrayList<>();
        for (Column column : columns) {
            done.addAll(inner.isEmpty() ? List.of(column) : rest(column, inner));
            inner.add(column.narrowed(OVERLAP_MM));
        }
        return done;
    }

    private static List<Column> rest(Column column, List<Column> above) {
        int n = column.size();
        double[][] left = new double[n][];
        int first = -1;
        boolean whole = true;
        for (int i = 0; i < n; i++) {
            double[] rung = java.util.Arrays.copyOfRange(column.rungs(), 4 * i, 4 * i + 4);
            left[i] = open(rung, above);
            whole &= left[i].length == 4;
            if (left[i].length == 0 && first < 0) {
                first = i;
            }
        }
        if (whole) {
            double[] all = new double[4 * n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(left[i], 0, all, 4 * i, 4);
            }
            return List.of(new Column(all, column.closed()));
        }
        List<Column> parts = new ArrayList<>();
        List<double[]> run = new ArrayList<>();
        int start = column.closed() ? first : 0;
        for (int k = 0; k <= n; k++) {
            int i = (start + k) % n;
            int before = Math.floorMod(i - 1, n);
            if (k < n && left[i].length == 4) {
                if (run.isEmpty() && k > 0) {
                    run.addAll(border(column, i, before, above));
                }
                run.add(left[i]);
            } else if (!run.isEmpty()) {
                if (k < n || column.closed()) {
                    List<double[]> border = border(column, before, i, above);
                    java.util.Collections.reverse(border);
                    run.addAll(border);
                }
                finish(run, parts);
            }
        }
        return parts;
    }

    /**
     * The last rung there is between an open one and a covered one, and one a little beyond it, the outermost first: a
     * column that ends against another must not stop short of it by as much as its rungs are apart.
     */
    private static List<double[]> border(Column column, int open, int covered, List<Column> above) {
        double good = 0;
        double bad = 1;
        double[] best = null;
        for (int i = 0; i < 6; i++) {
            double middle = (good + bad) / 2;
            double[] rung = open(between(column, open, covered, middle), above);
            if (rung.length == 4) {
                best = rung;
                good = middle;
            } else {
                bad = middle;
            }
        }
        List<double[]> border = new ArrayList<>();
        double dx = column.middleX(covered) - column.middleX(open);
        double dy = column.middleY(covered) - column.middleY(open);
        double size = StrictMath.hypot(dx, dy);
        if (best != null && size > 1e-6) {
            double[] beyond = best.clone();
            for (int i = 0; i < 4; i += 2) {
                beyond[i] += dx / size * BEYOND_MM;
                beyond[i + 1] += dy / size * BEYOND_MM;
            }
            border.add(beyond);
            border.add(best);
        }
        return border;
    }

    private static double[] between(Column column, int a, int b, double t) {
        double[] rung = new double[4];
        for (int i = 0; i < 4; i++) {
            double from = column.rungs()[4 * a + i];
            rung[i] = from + (column.rungs()[4 * b + i] - from) * t;
        }
        return rung;
    }

    private static void finish(List<double[]> run, List<Column> parts) {
        if (run.size() >= 2) {
            double[] rungs = new double[4 * run.size()];
            for (int i = 0; i < run.size(); i++) {
                System.arraycopy(run.get(i), 0, rungs, 4 * i, 4);
            }
            Column part = new Column(rungs, false);
            if (part.length() >= LEAST_LENGTH_MM) {
                parts.add(part);
            }
        }
        run.clear();
    }

    /** The longest open part of a rung, empty when there is none worth sewing. */
    private static double[] open(double[] rung, List<Column> above) {
        boolean[] bare = new boolean[SAMPLES + 1];
        for (int s = 0; s <= SAMPLES; s++) {
            bare[s] = bare(rung, (double) s / SAMPLES, above);
        }
        int from = -1;
        int bestFrom = -1;
        int bestTo = -2;
        for (int s = 0; s <= SAMPLES + 1; s++) {
            boolean here = s <= SAMPLES && bare[s];
            if (here && from < 0) {
                from = s;
            } else if (!here && from >= 0) {
                if (s - 1 - from > bestTo - bestFrom) {
                    bestFrom = from;
                    bestTo = s - 1;
                }
                from = -1;
            }
        }
        if (bestTo < bestFrom) {
            return new double[0];
        }
        double a = bestFrom == 0 ? 0 : edge(rung, (bestFrom - 1.0) / SAMPLES, (double) bestFrom / SAMPLES, above);
        double b = bestTo == SAMPLES ? 1 : edge(rung, (bestTo + 1.0) / SAMPLES, (double) bestTo / SAMPLES, above);
        double dx = rung[2] - rung[0];
        double dy = rung[3] - rung[1];
        if ((b - a) * StrictMath.hypot(dx, dy) < LEAST_RUNG_MM && b - a < 0.999) {
            return new double[0];
        }
        return new double[] {rung[0] + dx * a, rung[1] + dy * a, rung[0] + dx * b, rung[1] + dy * b};
    }

    private static double edge(double[] rung, double covered, double open, List<Column> above) {
        double in = covered;
        double out = open;
        for (int i = 0; i < 4; i++) {
            double middle = (in + out) / 2;
            if (bare(rung, middle, above)) {
                out = middle;
            } else {
                in = middle;
            }
        }
        return out;
    }

    private static boolean bare(double[] rung, double t, List<Column> above) {
        double x = rung[0] + (rung[2] - rung[0]) * t;
        double y = rung[1] + (rung[3] - rung[1]) * t;
        for (Column column : above) {
            if (column.contains(x, y)) {
                return false;
            }
        }
        return true;
    }
}
