package org.stitchery.digitizer.svg;

import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/**
 * Turns a mask into an area: where the mask lets through more than half, the element is sewn, elsewhere not. What lies
 * between is told in a finding. A mask within a mask is left out, with a finding.
 */
final class MaskResolver {

    private static final double SOFT_FROM = 0.1;
    private static final double SOFT_TO = 0.9;

    private final Drawing drawing;
    private final DrawingWalker walker;
    private boolean inside;

    MaskResolver(Drawing drawing, DrawingWalker walker) {
        this.drawing = drawing;
        this.walker = walker;
    }

    /**
     * @param place of the masked element
     * @param box around it, in its coordinates
     * @return null when the mask is left out
     */
    @Nullable
    List<DrawnShape.Clip> resolve(SvgElement mask, SvgElement element, Place place, Box box) {
        if (inside) {
            unsupported(element);
            return null;
        }
        inside = true;
        drawing.guard().follow(mask);
        drawing.guard().enter(mask);
        try {
            return area(mask, element, place, box);
        } finally {
            drawing.guard().leave(mask);
            drawing.guard().followed();
            inside = false;
        }
    }

    private void unsupported(SvgElement element) {
        drawing.findings()
                .warn(
                        FindingCode.UNSUPPORTED_ELEMENT,
                        element.displayName(),
                        "The mask of this element is too involved and is left out. Cut the shape itself instead.");
    }

    private @Nullable List<DrawnShape.Clip> area(SvgElement mask, SvgElement element, Place place, Box box) {
        Style style = drawing.ownStyle(mask);
        Matrix toPage = place.toPage();
        Matrix ofBox = new Matrix(box.width(), 0, 0, box.height(), box.minX(), box.minY());
        boolean boxContent = "objectBoundingBox".equals(mask.attribute("maskContentUnits"));
        Place at = new Place(
                boxContent ? toPage.times(ofBox) : toPage,
                style,
                1,
                boxContent ? 1 : place.width(),
                boxContent ? 1 : place.height(),
                place.pixelMm(),
                null,
                null);
        List<DrawnShape> shapes = new ArrayList<>();
        if (!at.toPage().isSingular()) {
            walker.children(mask, at, shapes);
        }
        Outline visible = visible(shapes, style.is(Property.MASK_TYPE, "alpha"), element);
        if (visible == null) {
            unsupported(element);
            return null;
        }
        List<DrawnShape.Clip> clips = new ArrayList<>();
        clips.add(new DrawnShape.Clip(visible, FillRule.NONZERO));
        clips.add(region(mask, place, toPage, ofBox));
        return clips;
    }

    /** The box outside of which a mask hides everything. */
    private static DrawnShape.Clip region(SvgElement mask, Place place, Matrix toPage, Matrix ofBox) {
        boolean userSpace = "userSpaceOnUse".equals(mask.attribute("maskUnits"));
        Lengths units =
                userSpace ? place.lengths() : new Lengths(1, 1, place.style().fontSize());
        Box box = Box.ofSize(
                units.length(mask.attribute("x", "-10%"), Lengths.Of.WIDTH, 0),
                units.length(mask.attribute("y", "-10%"), Lengths.Of.HEIGHT, 0),
                units.length(mask.attribute("width", "120%"), Lengths.Of.WIDTH, 0),
                units.length(mask.attribute("height", "120%"), Lengths.Of.HEIGHT, 0));
        Matrix m = userSpace ? toPage : toPage.times(ofBox);
        return new DrawnShape.Clip(Outline.rectangle(box).transformed(m), FillRule.NONZERO);
    }

    private @Nullable Outline visible(List<DrawnShape> shapes, boolean alpha, SvgElement element) {
        Box box = Box.EMPTY;
        for (DrawnShape shape : shapes) {
            box = box.union(shape.hull());
        }
        double tolerance = Math.max(1e-9, Math.max(box.width(), box.height()) / 10_000);
        Areas areas = new Areas(tolerance, drawing.budget().points(), drawing.deadline());
        Area sum = new Area();
        for (DrawnShape shape : shapes) {
            if (shape.fill() != null
                    && !paint(
                            sum,
                            shape.outline().transformed(shape.toPage()),
                            shape.fillRule(),
                            shape.fill(),
                            shape,
                            alpha,
                            element,
                            areas)) {
                return null;
            }
            DrawnShape.Line stroke = shape.stroke();
            if (stroke != null) {
                Outline covered =
                        StrokeFinisher.covered(shape, stroke, tolerance, drawing.budget(), drawing.deadline());
                if (!paint(sum, covered, FillRule.NONZERO, stroke.ink(), shape, alpha, element, areas)) {
                    return null;
                }
            }
        }
        return Areas.outline(sum);
    }

    /** Paints one area of the mask: light lets through, dark hides what earlier ones let through. */
    private boolean paint(
            Area sum,
            Outline outline,
            FillRule rule,
            DrawnShape.Ink ink,
            DrawnShape shape,
            boolean alpha,
            SvgElement element,
            Areas areas) {
        double light = alpha ? 1 : luminance(ink.rgb());
        double through = light * ink.opacity();
        if (through > SOFT_FROM && through < SOFT_TO) {
            drawing.findings()
                    .warn(
                            FindingCode.SOFT_MASK,
                            element.displayName(),
                            "The mask of this element fades; it is sewn with a hard edge instead.");
        }
        Area area = areas.area(outline, rule);
        if (area == null || !areas.cut(area, shape.clips())) {
            return false;
        }
        if (through >= 0.5) {
            sum.add(area);
        } else if (!alpha && ink.opacity() >= 0.5) {
            sum.subtract(area);
        }
        return true;
    }

    /** SVG 1.1 section 14.4. */
    private static double luminance(int rgb) {
        return (0.2125 * ((rgb >> 16) & 0xFF) + 0.7154 * ((rgb >> 8) & 0xFF) + 0.0721 * (rgb & 0xFF)) / 255;
    }
}
