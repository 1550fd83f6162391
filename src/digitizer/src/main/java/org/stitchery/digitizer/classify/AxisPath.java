package org.stitchery.digitizer.classify;

import java.util.Arrays;
import org.stitchery.digitizer.geometry.Skeleton.Bough;

/**
 * A way along the medial axis with the radius at each place, evenly spaced. Page millimetres. Immutable.
 *
 * @param fromFork number of the fork it begins at, -1 for a free end
 * @param toFork number of the fork it ends at, -1 for a free end
 */
record AxisPath(double[] x, double[] y, double[] radius, boolean closed, int fromFork, int toFork) {

    /** Distance of places, mm. */
    static final double STEP_MM = 0.4;

    private static final int SMOOTHINGS = 6;

    private static final double FURTHEST_IN_RADII = 0.3;

    static AxisPath of(Bough bough) {
        boolean ring = bough.ring();
        int n = bough.size();
        int count = ring ? n + 1 : n;
        double[] along = new double[count];
        for (int i = 1; i < count; i++) {
            double dx = bough.x()[i % n] - bough.x()[i - 1];
            double dy = bough.y()[i % n] - bough.y()[i - 1];
            along[i] = along[i - 1] + Math.sqrt(dx * dx + dy * dy);
        }
        double length = along[count - 1];
        int places = (int) Math.max(ring ? 8 : 1, Math.ceil(length / STEP_MM)) + (ring ? 0 : 1);
        double[] x = new double[places];
        double[] y = new double[places];
        double[] radius = new double[places];
        int i = 0;
        for (int p = 0; p < places; p++) {
            double at = length * p / Math.max(1, ring ? places : places - 1);
            while (i < count - 2 && along[i + 1] < at) {
                i++;
            }
            int next = count > 1 ? (i + 1) % n : i;
            double size = count > 1 ? along[i + 1] - along[i] : 0;
            double t = size <= 0 ? 0 : (at - along[i]) / size;
            x[p] = bough.x()[i] + (bough.x()[next] - bough.x()[i]) * t;
            y[p] = bough.y()[i] + (bough.y()[next] - bough.y()[i]) * t;
            radius[p] = bough.radius()[i] + (bough.radius()[next] - bough.radius()[i]) * t;
        }
        return new AxisPath(x, y, radius, ring, ring ? -1 : bough.from(), ring ? -1 : bough.to());
    }

    int size() {
        return x.length;
    }

    /** About its length, mm. */
    double length() {
        double length = 0;
        for (int i = 1; i < size(); i++) {
            length += distance(i - 1, i);
        }
        return length;
    }

    double distance(int i, int j) {
        return Math.sqrt((x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
    }

    double meanRadius() {
        return Arrays.stream(radius).average().orElse(0);
    }

    AxisPath reversed() {
        int n = size();
        double[] rx = new double[n];
        double[] ry = new double[n];
        double[] rr = new double[n];
        for (int i = 0; i < n; i++) {
            rx[i] = x[n - 1 - i];
            ry[i] = y[n - 1 - i];
            rr[i] = radius[n - 1 - i];
        }
        return new AxisPath(rx, ry, rr, closed, toFork, fromFork);
    }

    /** This way, and on along another one that begins where this one ends. */
    AxisPath joined(AxisPath next) {
        int n = size() + next.size() - 1;
        double[] jx = Arrays.copyOf(x, n);
        double[] jy = Arrays.copyOf(y, n);
        double[] jr = Arrays.copyOf(radius, n);
        System.arraycopy(next.x, 1, jx, size(), next.size() - 1);
        System.arraycopy(next.y, 1, jy, size(), next.size() - 1);
        System.arraycopy(next.radius, 1, jr, size(), next.size() - 1);
        return new AxisPath(jx, jy, jr, false, fromFork, next.toFork);
    }

    /** A way that ends where it begins, as a ring. */
    AxisPath asRing() {
        int n = size() - 1;
        return new AxisPath(Arrays.copyOf(x, n), Arrays.copyOf(y, n), Arrays.copyOf(radius, n), true, -1, -1);
    }

    AxisPath part(int from, int to) {
        return new AxisPath(
                Arrays.copyOfRange(x, from, to + 1),
                Arrays.copyOfRange(y, from, to + 1),
                Arrays.copyOfRange(radius, from, to + 1),
                false,
                from == 0 ? fromFork : -1,
                to == size() - 1 ? toFork : -1);
    }

    /**
     * Without the little steps that come from sampling; open ends stay where they are. Smoothing cuts bends short and
     * shrinks rings, a ring of fine line right out of its own area, so no place goes further than
     * {@value #FURTHEST_IN_RADII} radii from where it was.
     */
    AxisPath smoothed() {
        double[] sx = x;
        double[] sy = y;
        double[] sr = radius;
        for (int round = 0; round < SMOOTHINGS; round++) {
            sx = smoothed(sx);
            sy = smoothed(sy);
            sr = smoothed(sr);
        }
        keepNear(sx, sy);
        return new AxisPath(sx, sy, sr, closed, fromFork, toFork);
    }

    private void keepNear(double[] sx, double[] sy) {
        for (int i = 0; i < sx.length; i++) {
            double dx = sx[i] - x[i];
            double dy = sy[i] - y[i];
            double moved = Math.sqrt(dx * dx + dy * dy);
            double most = FURTHEST_IN_RADII * radius[i];
            if (moved > most) {
                sx[i] = x[i] + dx * most / moved;
                sy[i] = y[i] + dy * most / moved;
            }
        }
    }

    private double[] smoothed(double[] v) {
        int n = v.length;
        double[] s = v.clone();
        for (int i = closed ? 0 : 1; i < (closed ? n : n - 1); i++) {
            s[i] = (v[(i + n - 1) % n] + 2 * v[i] + v[(i + 1) % n]) / 4;
        }
        return s;
    }
}
