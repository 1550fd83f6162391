package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;

/** Decides how one outline is painted: fill, stroke, or one after the other. */
final class ShapePainter {

    /** The one space in which non-scaling strokes are measured: pixels of the page as drawn. */
    private static final String NON_SCALING = "non-scaling-stroke";

    private final Drawing drawing;
    private final PaintResolver paints;

    ShapePainter(Drawing drawing, PaintResolver paints) {
        this.drawing = drawing;
        this.paints = paints;
    }

    /** False when the style paints nothing at all, whatever the shape. */
    boolean isPainted(Place place) {
        Style style = place.style();
        return !style.is(Property.FILL, "none")
                || !style.is(Property.STROKE, "none")
                || !style.is(Property.MARKER_START, "none")
                || !style.is(Property.MARKER_MID, "none")
                || !style.is(Property.MARKER_END, "none");
    }

    /** Adds what is seen of the outline. */
    void paint(SvgElement element, Outline outline, Place place, List<DrawnShape> out) {
        Style style = place.style();
        Matrix toPage = place.toPage();
        DrawnShape.Ink fill = element.kind() == ElementKind.LINE ? null : ink(element, outline, place, false);
        DrawnShape.Line stroke = stroke(element, outline, place);
        if (fill == null && stroke == null) {
            return;
        }
        checkRange(outline.hull(toPage));
        FillRule rule = rule(style.get(Property.FILL_RULE));
        String order = style.get(Property.PAINT_ORDER).toLowerCase(Locale.ROOT).strip();
        String name = element.displayName();
        if (fill != null && stroke != null && order.startsWith("stroke")) {
            out.add(new DrawnShape(name, outline, toPage, null, rule, stroke, List.of()));
            out.add(new DrawnShape(name, outline, toPage, fill, rule, null, List.of()));
        } else {
            out.add(new DrawnShape(name, outline, toPage, fill, rule, stroke, List.of()));
        }
    }

    static FillRule rule(String text) {
        return text.equalsIgnoreCase("evenodd") ? FillRule.EVEN_ODD : FillRule.NONZERO;
    }

    private void checkRange(Box box) {
        double limit = drawing.budget().coordinateMm();
        if (!(Math.abs(box.minX()) <= limit
                && Math.abs(box.minY()) <= limit
                && Math.abs(box.maxX()) <= limit
                && Math.abs(box.maxY()) <= limit)) {
            throw Refusals.outOfRange();
        }
    }

    /** The colour of fill or stroke with all opacities in; null for none, or one too faint to be seen. */
    private DrawnShape.@Nullable Ink ink(SvgElement element, Outline outline, Place place, boolean stroke) {
        DrawnShape.Ink ink = paints.resolve(element, outline, place, stroke);
        if (ink == null) {
            return null;
        }
        double own = place.style().fraction(stroke ? Property.STROKE_OPACITY : Property.FILL_OPACITY);
        DrawnShape.Ink faded = ink.faded(own * place.opacity());
        if (faded.opacity() > DrawingWalker.NEARLY_INVISIBLE) {
            return faded;
        }
        drawing.findings()
                .note(
                        FindingCode.NEARLY_INVISIBLE,
                        element.displayName(),
                        "This is so transparent that it would hardly be seen, so it is left out."
                                + " Make it opaque if it shall be sewn.");
        return null;
    }

    private DrawnShape.@Nullable Line stroke(SvgElement element, Outline outline, Place place) {
        Style style = place.style();
        if (style.is(Property.STROKE, "none")) {
            return null;
        }
        Lengths lengths = place.lengths();
        double width = lengths.length(style.get(Property.STROKE_WIDTH), Lengths.Of.DIAGONAL, 1);
        Matrix space = style.is(Property.VECTOR_EFFECT, NON_SCALING) ? pixels(place) : place.toPage();
        if (!(width > 0)) {
            return null;
        }
        if (!(width * space.largestScale() <= drawing.budget().coordinateMm())) {
            throw Refusals.outOfRange();
        }
        DrawnShape.Ink ink = ink(element, outline, place, true);
        if (ink == null) {
            return null;
        }
        Double miter = number(style.get(Property.STROKE_MITERLIMIT));
        return new DrawnShape.Line(
                ink,
                width,
                cap(style.get(Property.STROKE_LINECAP)),
                join(style.get(Property.STROKE_LINEJOIN)),
                miter == null || miter < 1 ? 4 : miter,
                dashes(element, style, lengths),
                lengths.length(style.get(Property.STROKE_DASHOFFSET), Lengths.Of.DIAGONAL, 0),
                space);
    }

    /** Page millimetres per pixel as drawn; kept in the place's page scale by {@link PageLayout}. */
    private Matrix pixels(Place place) {
        return Matrix.scaling(place.pixelMm(), place.pixelMm());
    }

    private static @Nullable Double number(String text) {
        NumberScanner in = new NumberScanner(text.strip());
        return in.number() ? in.value() : null;
    }

    private static Cap cap(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "round" -> Cap.ROUND;
            case "square" -> Cap.SQUARE;
            default -> Cap.BUTT;
        };
    }

    private static Join join(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "round" -> Join.ROUND;
            case "bevel" -> Join.BEVEL;
            default -> Join.MITER;
        };
    }

    private double[] dashes(SvgElement element, Style style, Lengths lengths) {
        String text = style.get(Property.STROKE_DASHARRAY).strip();
        if (text.isEmpty() || text.equalsIgnoreCase("none")) {
            return new double[0];
        }
        List<Double> found = new ArrayList<>();
        double sum = 0;
        boolean broken = false;
        for (String piece : text.split("\\s*,\\s*|\\s+")) {
            double length = lengths.length(piece, Lengths.Of.DIAGONAL, -1);
            broken |= length < 0 || found.size() >= drawing.budget().dashesPerPath();
            found.add(length);
            sum += length;
        }
        if (broken || !(sum > 0)) {
            drawing.findings()
                    .note(
                            FindingCode.DASH_IGNORED,
                            element.displayName(),
                            "The dashes of this line cannot be read or have no length, so it is sewn solid.");
            return new double[0];
        }
        int n = found.size();
        double[] dashes = new double[n % 2 == 0 ? n : 2 * n];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = found.get(i % n);
        }
        return dashes;
    }
}
