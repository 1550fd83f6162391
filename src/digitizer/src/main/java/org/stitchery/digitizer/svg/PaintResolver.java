package org.stitchery.digitizer.svg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a paint into colours. A gradient becomes a few bands of one colour each, a pattern the mean of its tile; both are
 * told in a finding. A gradient that fades out ends where it becomes too faint to count as paint.
 */
final class PaintResolver {

    private static final int SAMPLES_ACROSS = 24;
    private static final int SAMPLES_ALONG = 64;

    /** Bands of one drawing; more colours than that are no embroidery. */
    private static final int MOST_BANDS = 120;

    /**
     * A colour, and how far it goes.
     *
     * @param within where it counts as paint, in the element's coordinates and by the even-odd rule; null for everywhere
     * @param strength mean opacity of the whole gradient when it fades out, else 1
     */
    record Coat(DrawnShape.Ink ink, @Nullable Outline within, double strength) {}

    private final Drawing drawing;
    private final PatternMean patterns;

    PaintResolver(Drawing drawing, DrawingWalker walker) {
        this.drawing = drawing;
        this.patterns = new PatternMean(drawing, walker);
    }

    /** The colours of an element's fill or stroke, without the opacities of style; empty for none. */
    List<Coat> resolve(SvgElement element, Outline outline, Place place, boolean stroke) {
        Paint paint = drawing.colors().paint(place.style().get(stroke ? Property.STROKE : Property.FILL));
        return paint == null ? List.of() : resolve(paint, element, outline, place, stroke);
    }

    private List<Coat> resolve(Paint paint, SvgElement element, Outline outline, Place place, boolean stroke) {
        if (paint instanceof Paint.Solid solid) {
            return ink(solid.argb());
        } else if (paint instanceof Paint.CurrentColor) {
            return ink(drawing.colors().argb(place.style().get(Property.COLOR), 0xFF000000, 0xFF000000));
        } else if (paint instanceof Paint.Context context) {
            return plain(context.stroke() ? place.contextStroke() : place.contextFill());
        } else if (paint instanceof Paint.Server server) {
            return served(server, element, outline, place, stroke);
        }
        return List.of();
    }

    private static List<Coat> ink(int argb) {
        return plain(new DrawnShape.Ink(argb & 0xFFFFFF, (argb >>> 24) / 255.0));
    }

    private static List<Coat> plain(DrawnShape.@Nullable Ink ink) {
        return ink == null ? List.of() : List.of(new Coat(ink, null, 1));
    }

    private List<Coat> served(Paint.Server server, SvgElement element, Outline outline, Place place, boolean stroke) {
        SvgElement target = drawing.document().resolve(server.reference());
        if (target != null && target.kind().isGradient()) {
            return gradient(target, element, outline, place, stroke);
        }
        if (target != null && target.kind() == ElementKind.PATTERN) {
            return plain(patterns.mean(target, element, outline, place));
        }
        if (target != null) {
            unsupported(element);
        } else if (!References.isExternal(server.reference())) {
            drawing.findings()
                    .warn(
                            FindingCode.DANGLING_REF,
                            element.displayName(),
                            "The paint of this element is not in the drawing; that part is left out.");
        }
        Paint otherwise = server.otherwise();
        return otherwise == null ? List.of() : resolve(otherwise, element, outline, place, stroke);
    }

    private void unsupported(SvgElement element) {
        drawing.findings()
                .warn(
                        FindingCode.UNSUPPORTED_PAINT,
                        element.displayName(),
                        "This kind of paint cannot be sewn and is left out. Give the element a plain colour.");
    }

    private List<Coat> gradient(SvgElement target, SvgElement element, Outline outline, Place place, boolean stroke) {
        Box box = outline.bounds(Matrix.IDENTITY);
        Gradient gradient = Gradient.read(target, drawing, place.lengths(), box);
        if (gradient == null) {
            unsupported(element);
            return List.of();
        }
        Box reach = stroke ? box.grown(box.width() + box.height()) : box;
        double[] xy = samples(outline, box, place, stroke);
        double mm = gradient.length() * place.toPage().meanScale();
        int most = gradient.isPadded() && mm > 0 ? drawing.guard().bandsLeft(MOST_BANDS) : 1;
        List<Coat> coats = new GradientBands(gradient, xy, reach).coats(most > 1 ? mm : 1, most);
        if (coats.size() > 1) {
            drawing.guard().addBands(coats.size());
        }
        drawing.findings()
                .warn(
                        FindingCode.GRADIENT_FLATTENED,
                        element.displayName(),
                        coats.size() > 1
                                ? "A colour gradient is sewn in " + coats.size() + " bands of one colour each."
                                : "A colour gradient is sewn in its mean colour."
                                        + " Split the shape to keep several colours.");
        return coats;
    }

    /** Points of the fill or along the stroke; a coarse outline is good enough to take a mean over. */
    private double[] samples(Outline outline, Box box, Place place, boolean stroke) {
        double coarse = Math.max(box.width(), box.height()) / 500;
        List<Polyline> lines = new Flattener(drawing.budget().points(), drawing.deadline())
                .flatten(outline, Matrix.IDENTITY, coarse > 0 ? coarse : 1);
        Polygons area = new Polygons(lines, ShapePainter.rule(place.style().get(Property.FILL_RULE)));
        double[] xy = stroke ? area.samplesAlong(SAMPLES_ALONG) : area.samples(SAMPLES_ACROSS);
        return xy.length > 0 ? xy : new double[] {(box.minX() + box.maxX()) / 2, (box.minY() + box.maxY()) / 2};
    }
}
