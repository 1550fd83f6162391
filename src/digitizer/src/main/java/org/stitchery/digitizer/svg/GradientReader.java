package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a gradient, following the chain of references to gradients it takes attributes and stops over from. */
final class GradientReader {

    private static final int LONGEST_CHAIN = 16;

    private final Drawing drawing;
    private final List<SvgElement> chain = new ArrayList<>();

    GradientReader(SvgElement element, Drawing drawing) {
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
