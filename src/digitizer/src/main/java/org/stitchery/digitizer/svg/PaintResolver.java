package org.stitchery.digitizer.svg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a paint into one colour. A gradient becomes its mean over the area it fills, a pattern the mean of its tile;
 * both are told in a finding. A gradient that fades out ends where it becomes too faint to count as paint.
 */
final class PaintResolver {

    private static final int SAMPLES_ACROSS = 24;
    private static final int SAMPLES_ALONG = 64;

    /**
     * A colour, and how far it goes.
     *
     * @param within where a gradient that fades out counts as paint, in the element's coordinates and by the even-odd
     *     rule; null for everywhere
     */
    record Coat(DrawnShape.Ink ink, @Nullable Outline within) {}

    private final Drawing drawing;
    private final PatternMean patterns;

    PaintResolver(Drawing drawing, DrawingWalker walker) {
        this.drawing = drawing;
        this.patterns = new PatternMean(drawing, walker);
    }

    /** The colour of an element's fill or stroke, without the opacities of style; null for none. */
    @Nullable
    Coat resolve(SvgElement element, Outline outline, Place place, boolean stroke) {
        Paint paint = drawing.colors().paint(place.style().get(stroke ? Property.STROKE : Property.FILL));
        return paint == null ? null : resolve(paint, element, outline, place, stroke);
    }

    private @Nullable Coat resolve(Paint paint, SvgElement element, Outline outline, Place place, boolean stroke) {
        if (paint instanceof Paint.Solid solid) {
            return ink(solid.argb());
        } else if (paint instanceof Paint.CurrentColor) {
            return ink(drawing.colors().argb(place.style().get(Property.COLOR), 0xFF000000, 0xFF000000));
        } else if (paint instanceof Paint.Context context) {
            return plain(context.stroke() ? place.contextStroke() : place.contextFill());
        } else if (paint instanceof Paint.Server server) {
            return served(server, element, outline, place, stroke);
        }
        return null;
    }

    private static Coat ink(int argb) {
        return new Coat(new DrawnShape.Ink(argb & 0xFFFFFF, (argb >>> 24) / 255.0), null);
    }

    private static @Nullable Coat plain(DrawnShape.@Nullable Ink ink) {
        return ink == null ? null : new Coat(ink, null);
    }

    private @Nullable Coat served(
            Paint.Server server, SvgElement element, Outline outline, Place place, boolean stroke) {
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
        return otherwise == null ? null : resolve(otherwise, element, outline, place, stroke);
    }

    private void unsupported(SvgElement element) {
        drawing.findings()
                .warn(
                        FindingCode.UNSUPPORTED_PAINT,
                        element.displayName(),
                        "This kind of paint cannot be sewn and is left out. Give the element a plain colour.");
    }

    private @Nullable Coat gradient(
            SvgElement target, SvgElement element, Outline outline, Place place, boolean stroke) {
        Box box = outline.bounds(Matrix.IDENTITY);
        Gradient gradient = Gradient.read(target, drawing, place.lengths(), box);
        if (gradient == null) {
            unsupported(element);
            return null;
        }
        drawing.findings()
                .warn(
                        FindingCode.GRADIENT_FLATTENED,
                        element.displayName(),
                        "A colour gradient is sewn in its mean colour. Split the shape to keep several colours.");
        Box reach = stroke ? box.grown(box.width() + box.height()) : box;
        Outline within = gradient.fades() ? gradient.solidPart(reach) : null;
        double[] xy = samples(outline, box, place, stroke);
        MeanColor mean = new MeanColor();
        for (int i = 0; i < xy.length; i += 2) {
            int argb = gradient.argb(xy[i], xy[i + 1]);
            if (within == null || (argb >>> 24) >= gradient.solidAlpha()) {
                mean.add(argb);
            }
        }
        DrawnShape.Ink ink = mean.mean();
        return ink == null ? null : new Coat(ink, within);
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
