package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Turns curves into polylines with few points, none further from the curve than the tolerance.
 *
 * <p>A cubic with control points p0..p3 lies within max(|p0 - 2 p1 + p2|, |p1 - 2 p2 + p3|) * 3/4 / n^2 of the n chords
 * between points at equal steps of its parameter. Where both second differences are alike, that many equal steps are
 * taken; where they differ much, the curve is halved first, so that tight bends do not cost points on straight parts.
 * Afterwards points that lie within a third of the tolerance of the line that would skip them are dropped, in one pass
 * with a narrowing cone of allowed directions (Reumann-Witkam's idea as Zhao and Saalfeld bound it).
 *
 * <p>Not thread-safe; counts points over its whole life.
 */
final class Flattener {

    /** Of the tolerance, how much the curve may use; dropping points gets the rest. */
    private static final double CURVE_SHARE = 2.0 / 3;

    private static final int DEEPEST_HALVING = 24;
    private static final double UNEVEN = 4;

    private final int pointLimit;
    private final Deadline deadline;
    private int points;
    private int merged;

    private double[] xy = new double[64];
    private int n;

    Flattener(int pointLimit, Deadline deadline) {
        this.pointLimit = pointLimit;
        this.deadline = deadline;
    }

    /** How many given points lay closer than a hundredth of the tolerance to the one before them. */
    int merged() {
        return merged;
    }

    /**
     * Flattens after applying {@code m}, with the tolerance in the units it maps to.
     *
     * @return one polyline for each subpath, those of a single point included
     * @throws IntakeException for more points than the limit
     */
    List<Polyline> flatten(Outline outline, Matrix m, double tolerance) {
        List<Polyline> done = new ArrayList<>(1);
        double curve = tolerance * CURVE_SHARE;
        int at = 0;
        n = 0;
        for (int i = 0; i < outline.segments(); i++) {
            byte op = outline.op(i);
            switch (op) {
                case Outline.MOVE -> {
                    finish(false, tolerance, done);
                    point(m, outline, at);
                }
                case Outline.LINE -> {
                    point(m, outline, at);
                    countMerged(tolerance);
                }
                case Outline.CLOSE -> finish(true, tolerance, done);
                default ->
                    cubic(
                            xy[n - 2],
                            xy[n - 1],
                            mx(m, outline, at),
                            my(m, outline, at),
                            mx(m, outline, at + 2),
                            my(m, outline, at + 2),
                            mx(m, outline, at + 4),
                            my(m, outline, at + 4),
                            curve,
                            0);
            }
            at += Outline.arity(op);
            deadline.tick();
        }
        finish(false, tolerance, done);
        return done;
    }

    private static double mx(Matrix m, Outline outline, int at) {
        return m.x(outline.at(at), outline.at(at + 1));
    }

    private static double my(Matrix m, Outline outline, int at) {
        return m.y(outline.at(at), outline.at(at + 1));
    }

    private void point(Matrix m, Outline outline, int at) {
        add(mx(m, outline, at), my(m, outline, at));
    }

    private void countMerged(double tolerance) {
        double dx = xy[n - 2] - xy[n - 4];
        double dy = xy[n - 1] - xy[n - 3];
        double near = tolerance / 20;
        if (dx * dx + dy * dy < near * near) {
            merged++;
        }
    }

    private void add(double x, double y) {
        if (++points > pointLimit) {
            throw Refusals.tooManySegments();
        }
        if (n == xy.length) {
            xy = Arrays.copyOf(xy, 2 * n);
        }
        xy[n++] = x;
        xy[n++] = y;
    }

    private void cubic(
            double x0,
            double y0,
            double x1,
            double y1,
            double x2,
            double y2,
            double x3,
            double y3,
            double tolerance,
            int depth) {
        double first = square(x0 - 2 * x1 + x2) + square(y0 - 2 * y1 + y2);
        double second = square(x1 - 2 * x2 + x3) + square(y1 - 2 * y2 + y3);
        double larger = Math.sqrt(Math.max(first, second));
        double steps = Math.ceil(Math.sqrt(0.75 * larger / tolerance));
        boolean uneven = larger * larger > UNEVEN * UNEVEN * Math.min(first, second);
        if (steps > 2 && uneven && depth < DEEPEST_HALVING) {
            double ax = (x0 + x1) / 2;
            double ay = (y0 + y1) / 2;
            double bx = (x1 + x2) / 2;
            double by = (y1 + y2) / 2;
            double cx = (x2 + x3) / 2;
            double cy = (y2 + y3) / 2;
            double dx = (ax + bx) / 2;
            double dy = (ay + by) / 2;
            double ex = (bx + cx) / 2;
            double ey = (by + cy) / 2;
            double midX = (dx + ex) / 2;
            double midY = (dy + ey) / 2;
            cubic(x0, y0, ax, ay, dx, dy, midX, midY, tolerance, depth + 1);
            cubic(midX, midY, ex, ey, cx, cy, x3, y3, tolerance, depth + 1);
            return;
        }
        if (steps > pointLimit) {
            throw Refusals.tooManySegments();
        }
        for (int i = 1; i < steps; i++) {
            double t = i / steps;
            double s = 1 - t;
            add(
                    s * s * s * x0 + 3 * s * s * t * x1 + 3 * s * t * t * x2 + t * t * t * x3,
                    s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3);
            deadline.tick();
        }
        add(x3, y3);
    }

    private static double square(double v) {
        return v * v;
    }

    private void finish(boolean closed, double tolerance, List<Polyline> done) {
        if (n == 0) {
            return;
        }
        int kept = simplify(tolerance * (1 - CURVE_SHARE));
        if (closed && kept > 1 && near(0, kept - 1, tolerance / 20)) {
            kept--;
        }
        done.add(new Polyline(Arrays.copyOf(xy, 2 * kept), closed && kept > 1));
        n = 0;
    }

    private boolean near(int i, int j, double distance) {
        return square(xy[2 * i] - xy[2 * j]) + square(xy[2 * i + 1] - xy[2 * j + 1]) < distance * distance;
    }

    /**
     * Drops points in place; answers how many are left. From the last point kept, each candidate narrows the cone of
     * directions from which no skipped point is further than the tolerance; a candidate outside the cone, or one that
     * turns back, ends the run at the point before it.
     */
    private int simplify(double tolerance) {
        int count = n / 2;
        int kept = 1;
        double ax = xy[0];
        double ay = xy[1];
        double reach = 0;
        boolean cone = false;
        double loX = 0;
        double loY = 0;
        double hiX = 0;
        double hiY = 0;
        for (int i = 1; i < count; i++) {
            double dx = xy[2 * i] - ax;
            double dy = xy[2 * i + 1] - ay;
            double distance = Math.sqrt(dx * dx + dy * dy);
            boolean inside =
                    distance >= reach && (!cone || (cross(loX, loY, dx, dy) >= 0 && cross(dx, dy, hiX, hiY) >= 0));
            if (!inside) {
                // The point before this one is kept and becomes the new start.
                ax = xy[2 * i - 2];
                ay = xy[2 * i - 1];
                xy[2 * kept] = ax;
                xy[2 * kept + 1] = ay;
                kept++;
                dx = xy[2 * i] - ax;
                dy = xy[2 * i + 1] - ay;
                distance = Math.sqrt(dx * dx + dy * dy);
                cone = false;
            }
            reach = distance;
            if (distance > tolerance) {
                // Directions that pass the point within the tolerance: turned by asin(tolerance / distance) both ways.
                double sin = tolerance / distance;
                double cos = Math.sqrt(1 - sin * sin);
                double ux = dx / distance;
                double uy = dy / distance;
                double rightX = ux * cos + uy * sin;
                double rightY = -ux * sin + uy * cos;
                double leftX = ux * cos - uy * sin;
                double leftY = ux * sin + uy * cos;
                if (!cone || cross(loX, loY, rightX, rightY) > 0) {
                    loX = rightX;
                    loY = rightY;
                }
                if (!cone || cross(leftX, leftY, hiX, hiY) > 0) {
                    hiX = leftX;
                    hiY = leftY;
                }
                cone = true;
            }
        }
        double lastX = xy[2 * count - 2];
        double lastY = xy[2 * count - 1];
        if (count > 1 && (reach > 0 || kept > 1)) {
            xy[2 * kept] = lastX;
            xy[2 * kept + 1] = lastY;
            if (reach > tolerance / 7) {
                kept++;
            }
        }
        return kept;
    }

    private static double cross(double ax, double ay, double bx, double by) {
        return ax * by - ay * bx;
    }
}
