package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A linear or radial gradient, ready to be asked for the colour at a point of the painted element's coordinates. */
final class Gradient {

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
    private Gradient(boolean radial, Matrix toGradient, double[] v, double[] offsets, int[] colors, String spread) {
        this.radial = radial;
        this.toGradient = toGradient;
        this.v = v;
        this.offsets = offsets;
        this.colors = colors;
        this.spread = spread;
    }

    /** Reads a gradient with what it takes over from others; null when it paints nothing. */
    static @Nullable Gradient read(SvgElement element, Drawing drawing, Lengths lengths, Box box) {
        return new Reader(element, drawing).gradient(lengths, box);
    }

    /** 0xAARRGGBB at a point. */
    int argb(double x, double y) {
        double gx = toGradient.x(x, y);
        double gy = toGradient.y(x, y);
        double t = radial ? radius(gx, gy) : along(gx, gy);
        if (Double.isNaN(t)) {
            return 0;
        }
        return color(spread(t));
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

    /** Follows the chain of references and reads. */
    private static final class Reader {

        private static final int LONGEST_CHAIN = 16;

        private final Drawing drawing;
        private final List<SvgElement> chain = new ArrayList<>();

        Reader(SvgElement element, Drawing drawing) {
            this.drawing = drawing;
            Set<Integer> seen = new HashSet<>();
            SvgElement next = element;
            while (next != null
                    && chain.size() < LONGEST_CHAIN
                    && seen.add(next.index())
                    && next.kind().isGradient()) {
                chain.add(next);
                next = drawing.document().resolve(next.attribute("href"));
            }
        }

        private String attribute(String name, String otherwise) {
            for (SvgElement element : chain) {
                String value = element.attribute(name);
                if (value != null) {
                    return value;
                }
            }
            return otherwise;
        }

        @Nullable
        Gradient gradient(Lengths lengths, Box box) {
            double[] offsets = new double[0];
            int[] colors = new int[0];
            for (SvgElement element : chain) {
                List<SvgElement> stops = element.children().stream()
                        .filter(child -> child.kind() == ElementKind.STOP)
                        .toList();
                if (!stops.isEmpty()) {
                    offsets = new double[stops.size()];
                    colors = new int[stops.size()];
                    stops(stops, offsets, colors);
                    break;
                }
            }
            if (offsets.length == 0) {
                return null;
            }
            boolean ofBox = !attribute("gradientUnits", "objectBoundingBox").equals("userSpaceOnUse");
            if (ofBox && !(box.width() > 0 && box.height() > 0)) {
                return null;
            }
            boolean radial = chain.get(0).kind() == ElementKind.RADIAL_GRADIENT;
            Matrix m = ofBox ? new Matrix(box.width(), 0, 0, box.height(), box.minX(), box.minY()) : Matrix.IDENTITY;
            m = m.times(transform());
            if (m.isSingular()) {
                return null;
            }
            Lengths units = ofBox ? new Lengths(1, 1, lengths.fontSize()) : lengths;
            double[] v = radial ? circle(units) : line(units);
            if (radial && !(v[2] > 0)) {
                // A circle without size is all last colour.
                return new Gradient(
                        false,
                        Matrix.IDENTITY,
                        new double[4],
                        new double[] {0},
                        new int[] {colors[colors.length - 1]},
                        "pad");
            }
            return new Gradient(radial, m.inverse(), v, offsets, colors, attribute("spreadMethod", "pad"));
        }

        private Matrix transform() {
            for (SvgElement element : chain) {
                if (element.attribute("gradientTransform") != null) {
                    Style style = drawing.ownStyle(element);
                    return drawing.transform(element, style, new Lengths(1, 1, style.fontSize()));
                }
            }
            return Matrix.IDENTITY;
        }

        private double[] line(Lengths units) {
            return new double[] {
                units.length(attribute("x1", "0%"), Lengths.Of.WIDTH, 0),
                units.length(attribute("y1", "0%"), Lengths.Of.HEIGHT, 0),
                units.length(attribute("x2", "100%"), Lengths.Of.WIDTH, 1),
                units.length(attribute("y2", "0%"), Lengths.Of.HEIGHT, 0)
            };
        }

        private double[] circle(Lengths units) {
            double cx = units.length(attribute("cx", "50%"), Lengths.Of.WIDTH, 0.5);
            double cy = units.length(attribute("cy", "50%"), Lengths.Of.HEIGHT, 0.5);
            double r = units.length(attribute("r", "50%"), Lengths.Of.DIAGONAL, 0.5);
            double fx = units.length(attribute("fx", ""), Lengths.Of.WIDTH, cx);
            double fy = units.length(attribute("fy", ""), Lengths.Of.HEIGHT, cy);
            double fr = units.length(attribute("fr", "0%"), Lengths.Of.DIAGONAL, 0);
            double away = Math.sqrt((fx - cx) * (fx - cx) + (fy - cy) * (fy - cy));
            if (away > 0.99 * r) {
                // A focus outside is moved onto the circle, just inside of it.
                fx = cx + (fx - cx) * 0.99 * r / away;
                fy = cy + (fy - cy) * 0.99 * r / away;
            }
            return new double[] {cx, cy, r, fx, fy, Math.min(fr, r)};
        }

        private void stops(List<SvgElement> stops, double[] offsets, int[] colors) {
            double before = 0;
            for (int i = 0; i < offsets.length; i++) {
                SvgElement stop = stops.get(i);
                Style style = drawing.ownStyle(stop);
                Double offset = Style.fraction(stop.attribute("offset", "0"));
                before = Math.max(before, offset == null ? 0 : offset);
                offsets[i] = before;
                int current = drawing.colors().argb(style.get(Property.COLOR), 0xFF000000, 0xFF000000);
                int argb = drawing.colors().argb(style.get(Property.STOP_COLOR), current, 0xFF000000);
                int alpha = (int) Math.round((argb >>> 24) * style.fraction(Property.STOP_OPACITY));
                colors[i] = alpha << 24 | (argb & 0xFFFFFF);
            }
        }
    }
}
