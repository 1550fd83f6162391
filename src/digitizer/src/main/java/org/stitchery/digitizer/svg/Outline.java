package org.stitchery.digitizer.svg;

import java.util.Arrays;

/**
 * Geometry of one element in its own coordinates: moves, lines, cubic curves and closings. Quadratic curves and arcs
 * have become cubic. Immutable; made by {@link Builder}.
 */
final class Outline {

    static final byte MOVE = 0;
    static final byte LINE = 1;
    /** Three points: two controls and the end. */
    static final byte CUBIC = 2;
    /** A cubic that ends inside an arc, where no marker belongs. */
    static final byte CUBIC_PART = 3;
    /** Back to the latest move. */
    static final byte CLOSE = 4;

    static final Outline NOTHING = new Builder().build();

    private final byte[] ops;
    private final double[] xy;

    private Outline(byte[] ops, double[] xy) {
        this.ops = ops;
        this.xy = xy;
    }

    boolean isEmpty() {
        return ops.length == 0;
    }

    /** Number of operations, for budgets. */
    int segments() {
        return ops.length;
    }

    byte op(int i) {
        return ops[i];
    }

    /** Coordinate {@code i} of all points in order. */
    double at(int i) {
        return xy[i];
    }

    /** Number of coordinates, twice the number of points. */
    int coordinates() {
        return xy.length;
    }

    /** How many coordinates an operation takes. */
    static int arity(byte op) {
        return switch (op) {
            case MOVE, LINE -> 2;
            case CUBIC, CUBIC_PART -> 6;
            default -> 0;
        };
    }

    Outline transformed(Matrix m) {
        double[] to = new double[xy.length];
        for (int i = 0; i < xy.length; i += 2) {
            to[i] = m.x(xy[i], xy[i + 1]);
            to[i + 1] = m.y(xy[i], xy[i + 1]);
        }
        return new Outline(ops, to);
    }

    /** The box around all points, controls included, after {@code m}: never smaller than the real one. */
    Box hull(Matrix m) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < xy.length; i += 2) {
            double x = m.x(xy[i], xy[i + 1]);
            double y = m.y(xy[i], xy[i + 1]);
            minX = Math.min(minX, x);
            maxX = Math.max(maxX, x);
            minY = Math.min(minY, y);
            maxY = Math.max(maxY, y);
        }
        return new Box(minX, minY, maxX, maxY);
    }

    /** The tight box after {@code m}. */
    Box bounds(Matrix m) {
        Box box = Box.EMPTY;
        double x = 0;
        double y = 0;
        int at = 0;
        for (int i = 0; i < ops.length; i++) {
            int n = arity(ops[i]);
            if (n == 6) {
                double[] p = new double[6];
                for (int k = 0; k < 6; k += 2) {
                    p[k] = m.x(xy[at + k], xy[at + k + 1]);
                    p[k + 1] = m.y(xy[at + k], xy[at + k + 1]);
                }
                double[] xs = cubicRange(x, p[0], p[2], p[4]);
                double[] ys = cubicRange(y, p[1], p[3], p[5]);
                box = box.union(new Box(xs[0], ys[0], xs[1], ys[1]));
                x = p[4];
                y = p[5];
            } else if (n == 2) {
                x = m.x(xy[at], xy[at + 1]);
                y = m.y(xy[at], xy[at + 1]);
                // A trailing move draws nothing.
                if (ops[i] != MOVE || (i + 1 < ops.length && ops[i + 1] != MOVE)) {
                    box = box.with(x, y);
                }
            }
            at += n;
        }
        return box;
    }

    /** Smallest and largest value of a cubic Bezier polynomial on [0, 1], from the roots of its derivative. */
    private static double[] cubicRange(double p0, double p1, double p2, double p3) {
        double min = Math.min(p0, p3);
        double max = Math.max(p0, p3);
        if (p1 >= min && p1 <= max && p2 >= min && p2 <= max) {
            return new double[] {min, max};
        }
        double a = -p0 + 3 * p1 - 3 * p2 + p3;
        double b = 2 * (p0 - 2 * p1 + p2);
        double c = p1 - p0;
        double[] roots = new double[2];
        int n = 0;
        if (Math.abs(a) < 1e-12 * (Math.abs(b) + Math.abs(c))) {
            roots[n++] = -c / b;
        } else {
            double disc = b * b - 4 * a * c;
            if (disc >= 0) {
                double q = Math.sqrt(disc);
                roots[n++] = (-b + q) / (2 * a);
                roots[n++] = (-b - q) / (2 * a);
            }
        }
        for (int i = 0; i < n; i++) {
            double t = roots[i];
            if (t > 0 && t < 1) {
                double s = 1 - t;
                double v = s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        return new double[] {min, max};
    }

    /** Several outlines as one. */
    static Outline joined(Iterable<Outline> parts) {
        Builder all = new Builder();
        for (Outline part : parts) {
            all.append(part);
        }
        return all.build();
    }

    static Outline rectangle(Box box) {
        return new Builder()
                .move(box.minX(), box.minY())
                .line(box.maxX(), box.minY())
                .line(box.maxX(), box.maxY())
                .line(box.minX(), box.maxY())
                .close()
                .build();
    }

    static Outline ellipse(double cx, double cy, double rx, double ry) {
        return new Builder()
                .move(cx + rx, cy)
                .arc(rx, ry, 0, false, true, cx, cy + ry)
                .arc(rx, ry, 0, false, true, cx - rx, cy)
                .arc(rx, ry, 0, false, true, cx, cy - ry)
                .arc(rx, ry, 0, false, true, cx + rx, cy)
                .close()
                .build();
    }

    /** Collects operations; knows the current point. */
    static final class Builder {
        private byte[] ops = new byte[8];
        private double[] xy = new double[16];
        private int opCount;
        private int xyCount;
        private double startX;
        private double startY;
        private double x;
        private double y;

        double x() {
            return x;
        }

        double y() {
            return y;
        }

        double startX() {
            return startX;
        }

        double startY() {
            return startY;
        }

        int segments() {
            return opCount;
        }

        Builder move(double toX, double toY) {
            op(MOVE);
            point(toX, toY);
            startX = toX;
            startY = toY;
            return this;
        }

        Builder line(double toX, double toY) {
            op(LINE);
            point(toX, toY);
            return this;
        }

        Builder cubic(double x1, double y1, double x2, double y2, double toX, double toY) {
            return cubic(CUBIC, x1, y1, x2, y2, toX, toY);
        }

        private Builder cubic(byte op, double x1, double y1, double x2, double y2, double toX, double toY) {
            op(op);
            point(x1, y1);
            point(x2, y2);
            point(toX, toY);
            return this;
        }

        Builder quadratic(double cx, double cy, double toX, double toY) {
            return cubic(
                    x + 2 * (cx - x) / 3,
                    y + 2 * (cy - y) / 3,
                    toX + 2 * (cx - toX) / 3,
                    toY + 2 * (cy - toY) / 3,
                    toX,
                    toY);
        }

        /**
         * An elliptical arc as SVG gives it (SVG 1.1 appendix F.6), in pieces of at most 45 degrees, which keeps the
         * cubic within 4 millionths of the radius.
         */
        Builder arc(
                double rxGiven, double ryGiven, double degrees, boolean large, boolean sweep, double tx, double ty) {
            double rx = Math.abs(rxGiven);
            double ry = Math.abs(ryGiven);
            if (x == tx && y == ty) {
                return this;
            }
            if (rx == 0 || ry == 0) {
                return line(tx, ty);
            }
            double phi = StrictMath.toRadians(degrees % 360);
            double cos = StrictMath.cos(phi);
            double sin = StrictMath.sin(phi);
            double hx = (x - tx) / 2;
            double hy = (y - ty) / 2;
            double x1 = cos * hx + sin * hy;
            double y1 = -sin * hx + cos * hy;
            double lambda = (x1 / rx) * (x1 / rx) + (y1 / ry) * (y1 / ry);
            if (lambda > 1) {
                rx *= Math.sqrt(lambda);
                ry *= Math.sqrt(lambda);
            }
            double ux = x1 / rx;
            double uy = y1 / ry;
            double u2 = ux * ux + uy * uy;
            double factor = (large == sweep ? -1 : 1) * Math.sqrt(Math.max(0, 1 / u2 - 1));
            double cx1 = factor * uy;
            double cy1 = -factor * ux;
            double from = StrictMath.atan2(uy - cy1, ux - cx1);
            double to = StrictMath.atan2(-uy - cy1, -ux - cx1);
            double turn = to - from;
            if (sweep && turn < 0) {
                turn += 2 * Math.PI;
            } else if (!sweep && turn > 0) {
                turn -= 2 * Math.PI;
            }
            double midX = cos * rx * cx1 - sin * ry * cy1 + (x + tx) / 2;
            double midY = sin * rx * cx1 + cos * ry * cy1 + (y + ty) / 2;
            pieces(new Matrix(cos * rx, sin * rx, -sin * ry, cos * ry, midX, midY), from, turn, tx, ty);
            return this;
        }

        /** Pieces of the unit circle seen through {@code m}; the last ends exactly at the target. */
        private void pieces(Matrix m, double from, double turn, double tx, double ty) {
            int n = Math.max(1, (int) Math.ceil(Math.abs(turn) / (Math.PI / 4) - 1e-9));
            double step = turn / n;
            double k = 4.0 / 3 * StrictMath.tan(step / 4);
            for (int i = 0; i < n; i++) {
                double a0 = from + i * step;
                double a1 = from + (i + 1) * step;
                double c0 = StrictMath.cos(a0);
                double s0 = StrictMath.sin(a0);
                double c1 = StrictMath.cos(a1);
                double s1 = StrictMath.sin(a1);
                boolean last = i == n - 1;
                cubic(
                        last ? CUBIC : CUBIC_PART,
                        m.x(c0 - k * s0, s0 + k * c0),
                        m.y(c0 - k * s0, s0 + k * c0),
                        m.x(c1 + k * s1, s1 - k * c1),
                        m.y(c1 + k * s1, s1 - k * c1),
                        last ? tx : m.x(c1, s1),
                        last ? ty : m.y(c1, s1));
            }
        }

        Builder close() {
            op(CLOSE);
            x = startX;
            y = startY;
            return this;
        }

        Builder append(Outline other) {
            int at = 0;
            for (byte op : other.ops) {
                op(op);
                for (int k = 0; k < arity(op); k += 2, at += 2) {
                    point(other.xy[at], other.xy[at + 1]);
                }
            }
            return this;
        }

        Outline build() {
            return new Outline(Arrays.copyOf(ops, opCount), Arrays.copyOf(xy, xyCount));
        }

        private void op(byte op) {
            if (opCount == ops.length) {
                ops = Arrays.copyOf(ops, opCount * 2);
            }
            ops[opCount++] = op;
        }

        private void point(double px, double py) {
            if (xyCount == xy.length) {
                xy = Arrays.copyOf(xy, xyCount * 2);
            }
            xy[xyCount++] = px;
            xy[xyCount++] = py;
            x = px;
            y = py;
        }
    }
}
