package org.stitchery.digitizer.lettering;

import java.util.Arrays;

/**
 * A strip of rungs in millimetres, y upwards: left x, left y, right x, right y of each in turn.
 *
 * @param closed true when the last rung joins the first
 */
record Column(double[] rungs, boolean closed) {

    int size() {
        return rungs.length / 4;
    }

    double width(int rung) {
        double dx = rungs[4 * rung + 2] - rungs[4 * rung];
        double dy = rungs[4 * rung + 3] - rungs[4 * rung + 1];
        return Math.sqrt(dx * dx + dy * dy);
    }

    /** Half of its rungs are narrower, half wider. */
    double medianWidth() {
        double[] widths = new double[size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = width(i);
        }
        Arrays.sort(widths);
        return widths[widths.length / 2];
    }

    /** Length along the middle. */
    double length() {
        double length = 0;
        for (int i = 1; i < size(); i++) {
            double dx = middleX(i) - middleX(i - 1);
            double dy = middleY(i) - middleY(i - 1);
            length += Math.sqrt(dx * dx + dy * dy);
        }
        return length;
    }

    double middleX(int rung) {
        return (rungs[4 * rung] + rungs[4 * rung + 2]) / 2;
    }

    double middleY(int rung) {
        return (rungs[4 * rung + 1] + rungs[4 * rung + 3]) / 2;
    }

    /** Both rails taken in by so much, but no further than to a tenth of the width. */
    Column narrowed(double mm) {
        double[] inner = rungs.clone();
        for (int i = 0; i < size(); i++) {
            double share = Math.min(0.45, mm / Math.max(1e-9, width(i)));
            double dx = (rungs[4 * i + 2] - rungs[4 * i]) * share;
            double dy = (rungs[4 * i + 3] - rungs[4 * i + 1]) * share;
            inner[4 * i] += dx;
            inner[4 * i + 1] += dy;
            inner[4 * i + 2] -= dx;
            inner[4 * i + 3] -= dy;
        }
        return new Column(inner, closed);
    }

    /** True when the point lies between two neighbouring rungs. */
    boolean contains(double x, double y) {
        int n = size();
        for (int i = 0; i < (closed ? n : n - 1); i++) {
            int a = 4 * i;
            int b = 4 * ((i + 1) % n);
            if (inTriangle(x, y, a, a + 2, b + 2) || inTriangle(x, y, a, b + 2, b)) {
                return true;
            }
        }
        return false;
    }

    private boolean inTriangle(double x, double y, int a, int b, int c) {
        double one = side(x, y, a, b);
        double two = side(x, y, b, c);
        double three = side(x, y, c, a);
        return one >= 0 && two >= 0 && three >= 0 || one <= 0 && two <= 0 && three <= 0;
    }

    private double side(double x, double y, int a, int b) {
        return (rungs[b] - rungs[a]) * (y - rungs[a + 1]) - (rungs[b + 1] - rungs[a + 1]) * (x - rungs[a]);
    }
}
