package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.svg.PaintResolver.Coat;

/** Decides how one outline is painted: fill, stroke, or one after the other. */
final class ShapePainter {

    /** Such strokes are measured in pixels of the page as drawn, see {@link Place#pixelMm}. */
    private static final String NON_SCALING = "non-scaling-stroke";

    /** What fades out and is nowhere more opaque than this on average is a shadow or a gleam, not a shape. */
    private static final double SOFT_SHADOW = 0.35;

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
        List<Coat> fills = element.kind() == ElementKind.LINE ? List.of() : coats(element, outline, place, false);
        List<Coat> strokes = isStroked(place) ? coats(element, outline, place, true) : List.of();
        if (fills.isEmpty() && strokes.isEmpty()) {
            return;
        }
        checkRange(outline.hull(toPage));
        FillRule rule = rule(style.get(Property.FILL_RULE));
        boolean strokeFirst =
                style.get(Property.PAINT_ORDER).toLowerCase(Locale.ROOT).strip().startsWith("stroke");
        String name = element.displayName();
        SewingHints hints = HintReader.read(element, drawing.findings());
        if (hints.method() == SewingHints.Method.SATIN && !strokes.isEmpty()) {
            Outline column = column(outline, toPage);
            if (column != null) {
                DrawnShape.Ink ink = strokes.get(0).ink();
                out.add(new DrawnShape(name, column, toPage, ink, FillRule.NONZERO, null, List.of(), hints));
                return;
            }
        }
        if (!strokeFirst && isPlain(fills) && isPlain(strokes)) {
            DrawnShape.Ink ink = fills.isEmpty() ? null : fills.get(0).ink();
            DrawnShape.Line line =
                    strokes.isEmpty() ? null : stroke(element, strokes.get(0).ink(), place);
            out.add(new DrawnShape(name, outline, toPage, ink, rule, line, List.of(), hints));
            return;
        }
        List<DrawnShape> filled = new ArrayList<>(fills.size());
        for (Coat coat : fills) {
            filled.add(new DrawnShape(name, outline, toPage, coat.ink(), rule, null, within(coat, toPage), hints));
        }
        List<DrawnShape> stroked = new ArrayList<>(strokes.size());
        for (Coat coat : strokes) {
            DrawnShape.Line line = stroke(element, coat.ink(), place);
            stroked.add(new DrawnShape(name, outline, toPage, null, rule, line, within(coat, toPage), hints));
        }
        out.addAll(strokeFirst ? stroked : filled);
        out.addAll(strokeFirst ? filled : stroked);
    }

    private @Nullable Outline column(Outline rails, Matrix toPage) {
        double tolerance = Contour.FLATNESS_MM / toPage.largestScale();
        return SatinRails.between(new Flattener(drawing.budget().points(), drawing.deadline())
                .flatten(rails, Matrix.IDENTITY, tolerance));
    }

    /** True when it is one colour everywhere, or none. */
    private static boolean isPlain(List<Coat> coats) {
        return coats.isEmpty() || (coats.size() == 1 && coats.get(0).within() == null);
    }

    private static List<DrawnShape.Clip> within(Coat coat, Matrix toPage) {
        return coat.within() == null
                ? List.of()
                : List.of(new DrawnShape.Clip(coat.within().transformed(toPage), FillRule.EVEN_ODD));
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

    /** The paint of fill or stroke with all opacities in; empty for none, or one too faint to be sewn. */
    private List<Coat> coats(SvgElement element, Outline outline, Place place, boolean stroke) {
        double own = place.style().fraction(stroke ? Property.STROKE_OPACITY : Property.FILL_OPACITY);
        List<Coat> seen = new ArrayList<>(1);
        for (Coat coat : paints.resolve(element, outline, place, stroke)) {
            DrawnShape.Ink faded = coat.ink().faded(own * place.opacity());
            if (faded.opacity() <= DrawingWalker.NEARLY_INVISIBLE) {
                faint(element, "This is so transparent that it would hardly be seen, so it is left out.");
            } else if (coat.strength() * own * place.opacity() < SOFT_SHADOW && coat.strength() < 1) {
                faint(element, "This fades out like a soft shadow, which cannot be sewn, so it is left out.");
            } else {
                seen.add(new Coat(faded, coat.within(), coat.strength()));
            }
        }
        return seen;
    }

    private void faint(SvgElement element, String what) {
        drawing.findings()
                .note(
                        FindingCode.NEARLY_INVISIBLE,
                        element.displayName(),
                        what + " Make it opaque if it shall be sewn.");
    }

    private static boolean isStroked(Place place) {
        Style style = place.style();
        return !style.is(Property.STROKE, "none") && width(style, place.lengths()) > 0;
    }

    private static double width(Style style, Lengths lengths) {
        return lengths.length(style.get(Property.STROKE_WIDTH), Lengths.Of.DIAGONAL, 1);
    }

    private DrawnShape.Line stroke(SvgElement element, DrawnShape.Ink ink, Place place) {
        Style style = place.style();
        Lengths lengths = place.lengths();
        double width = width(style, lengths);
        Matrix space = style.is(Property.VECTOR_EFFECT, NON_SCALING) ? pixels(place) : place.toPage();
        if (!(width * space.largestScale() <= drawing.budget().coordinateMm())) {
            throw Refusals.outOfRange();
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
