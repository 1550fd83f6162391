package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A linear or radial gradient, ready to be asked for the colour at a point of the painted element's coordinates. */
final class Gradient {

    /** How opaque a gradient that fades must be to count as paint, as a share of its strongest part. */
    private static final double SOLID = 0.3;

    private final boolean radial;
    private final Matrix toGradient;
    private final double[] v;
    private final double[] offsets;
    private final int[] colors;
    private final String spread;

    /**
     * @param toGradient from the painted element's coordinates
     * @param v linear: x1 y1 x2 y2; radial: cx cy r fx fy fr
     */
    Gradient(boolean radial, Matrix toGradient, double[] v, double[] offsets, int[] colors, String spread) {
        this.radial = radial;
        this.toGradient = toGradient;
        this.v = v;
        this.offsets = offsets;
        this.colors = colors;
        this.spread = spread;
    }

    /** Reads a gradient with what it takes over from others; null when it paints nothing. */
    static @Nullable Gradient read(SvgElement element, Drawing drawing, Lengths lengths, Box box) {
        return new GradientReader(element, drawing).gradient(lengths, box);
    }

    /** 0xAARRGGBB at a point. */
    int argb(double x, double y) {
        double t = offset(x, y);
        return Double.isNaN(t) ? 0 : argbAt(t);
    }

    /** 0xAARRGGBB at an offset, which may lie before 0 or beyond 1. */
    int argbAt(double offset) {
        return color(spread(offset));
    }

    /** How far along the gradient a point lies, before 0 and beyond 1 too; NaN where a radial one paints nothing. */
    double offset(double x, double y) {
        double gx = toGradient.x(x, y);
        double gy = toGradient.y(x, y);
        return radial ? radius(gx, gy) : along(gx, gy);
    }

    /** True when it goes on in its last colour beyond its ends, false when it begins anew. */
    boolean isPadded() {
        return !spread.equals("repeat") && !spread.equals("reflect");
    }

    /** How far its end lies from its start in the painted element's coordinates, across its bands where they are thin. */
    double length() {
        if (radial) {
            return v[2] * toGradient.inverse().smallestScale();
        }
        double origin = offset(0, 0);
        double perX = offset(1, 0) - origin;
        double perY = offset(0, 1) - origin;
        return 1 / Math.sqrt(perX * perX + perY * perY);
    }

    /** The alpha, 0 to 255, from which a gradient that fades counts as paint. */
    double solidAlpha() {
        return SOLID * largestAlpha();
    }

    private int largestAlpha() {
        int largest = 0;
        for (int color : colors) {
            largest = Math.max(largest, color >>> 24);
        }
        return largest;
    }

    /** True when some of it is too faint to count as paint beside its strongest part. */
    boolean fades() {
        for (int color : colors) {
            if ((color >>> 24) < solidAlpha()) {
                return isPadded();
            }
        }
        return false;
    }

    /**
     * Offsets between which the gradient counts as paint, from and to in turn; everywhere for one that does not fade.
     */
    List<double[]> solidRanges() {
        if (!fades()) {
            return List.of(new double[] {Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY});
        }
        double solid = solidAlpha();
        List<double[]> ranges = new ArrayList<>();
        double from = alphaAt(0) >= solid ? Double.NEGATIVE_INFINITY : Double.NaN;
        for (int i = 1; i < offsets.length; i++) {
            double a = colors[i - 1] >>> 24;
            double b = colors[i] >>> 24;
            if ((a >= solid) != (b >= solid)) {
                double t = offsets[i - 1] + (offsets[i] - offsets[i - 1]) * (solid - a) / (b - a);
                if (b >= solid) {
                    from = t;
                } else {
                    ranges.add(new double[] {from, t});
                }
            }
        }
        if (alphaAt(offsets.length - 1) >= solid) {
            ranges.add(new double[] {from, Double.POSITIVE_INFINITY});
        }
        return ranges;
    }

    private int alphaAt(int stop) {
        return colors[stop] >>> 24;
    }

    /**
     * What lies between two offsets within a box around the painted element; for the even-odd rule. Eccentric circles
     * are taken as they lie along the line from the focus.
     */
    Outline band(double from, double to, Box box) {
        Matrix back = toGradient.inverse();
        Box here = Outline.rectangle(box).hull(toGradient).grown(1e-6 + box.width() + box.height());
        if (radial) {
            Outline outer = to == Double.POSITIVE_INFINITY ? Outline.rectangle(here) : circle(to);
            Outline inner = from > 0 ? circle(from) : Outline.NOTHING;
            return Outline.joined(List.of(outer, inner)).transformed(back);
        }
        double dx = v[2] - v[0];
        double dy = v[3] - v[1];
        double length = Math.sqrt(dx * dx + dy * dy);
        // From along and across the gradient's line to its coordinates.
        Matrix line = new Matrix(dx, dy, -dy / length, dx / length, v[0], v[1]);
        Box frame = Outline.rectangle(here).hull(line.inverse());
        Box part = new Box(Math.max(from, frame.minX()), frame.minY(), Math.min(to, frame.maxX()), frame.maxY());
        return part.isEmpty() ? Outline.NOTHING : Outline.rectangle(part).transformed(back.times(line));
    }

    private Outline circle(double t) {
        double cx = v[3] + t * (v[0] - v[3]);
        double cy = v[4] + t * (v[1] - v[4]);
        double r = v[5] + t * (v[2] - v[5]);
        return r > 0 ? Outline.ellipse(cx, cy, r, r) : Outline.NOTHING;
    }

    /** 0xAARRGGBB at an offset from 0 to 1. */
    private int color(double t) {
        int last = offsets.length - 1;
        if (t <= offsets[0]) {
            return colors[0];
        }
        for (int i = 1; i <= last; i++) {
            if (t < offsets[i]) {
                double f = (t - offsets[i - 1]) / (offsets[i] - offsets[i - 1]);
                return mixed(colors[i - 1], colors[i], f);
            }
        }
        return colors[last];
    }

    private static int mixed(int from, int to, double f) {
        int sum = 0;
        for (int shift = 0; shift <= 24; shift += 8) {
            int a = (from >>> shift) & 0xFF;
            int b = (to >>> shift) & 0xFF;
            sum |= (int) Math.round(a + (b - a) * f) << shift;
        }
        return sum;
    }

    private double spread(double t) {
        return switch (spread) {
            case "repeat" -> t - Math.floor(t);
            case "reflect" -> {
                double half = t / 2 - Math.floor(t / 2);
                yield half < 0.5 ? 2 * half : 2 - 2 * half;
            }
            default -> Math.max(0, Math.min(1, t));
        };
    }

    private double along(double x, double y) {
        double dx = v[2] - v[0];
        double dy = v[3] - v[1];
        double length = dx * dx + dy * dy;
        return length == 0 ? 1 : ((x - v[0]) * dx + (y - v[1]) * dy) / length;
    }

    /** The largest t whose circle, between the focal one and the outer one, passes through the point. */
    private double radius(double x, double y) {
        double cdx = v[0] - v[3];
        double cdy = v[1] - v[4];
        double cr = v[2] - v[5];
        double px = x - v[3];
        double py = y - v[4];
        double a = cdx * cdx + cdy * cdy - cr * cr;
        double b = px * cdx + py * cdy + v[5] * cr;
        double c = px * px + py * py - v[5] * v[5];
        if (Math.abs(a) < 1e-12) {
            return b == 0 ? Double.NaN : c / (2 * b);
        }
        double disc = b * b - a * c;
        if (disc < 0) {
            return Double.NaN;
        }
        double root = Math.sqrt(disc);
        double t = Math.max((b + root) / a, (b - root) / a);
        return t * cr + v[5] >= 0 ? t : Double.NaN;
    }
}
