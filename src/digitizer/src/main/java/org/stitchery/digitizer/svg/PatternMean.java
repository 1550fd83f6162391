package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mean colour and coverage of a pattern's tile, found by looking at points spread over it. Never tiles anything. */
final class PatternMean {

    private static final int ACROSS = 16;
    private static final int LONGEST_CHAIN = 16;

    private final Drawing drawing;
    private final DrawingWalker walker;
    private boolean inside;

    PatternMean(Drawing drawing, DrawingWalker walker) {
        this.drawing = drawing;
        this.walker = walker;
    }

    /** Null when the pattern paints nothing we can tell. */
    DrawnShape.@Nullable Ink mean(SvgElement pattern, SvgElement element, Outline outline, Place place) {
        drawing.findings()
                .warn(
                        FindingCode.UNSUPPORTED_PAINT,
                        element.displayName(),
                        "A pattern cannot be sewn; its mean colour is sewn instead. Give the element a plain colour.");
        if (inside) {
            return null;
        }
        inside = true;
        drawing.guard().follow(pattern);
        try {
            return sampled(chain(pattern), outline.bounds(Matrix.IDENTITY), place);
        } finally {
            drawing.guard().followed();
            inside = false;
        }
    }

    private List<SvgElement> chain(SvgElement pattern) {
        List<SvgElement> chain = new ArrayList<>();
        SvgElement next = pattern;
        while (next != null
                && next.kind() == ElementKind.PATTERN
                && !chain.contains(next)
                && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            next = drawing.document().resolve(next.attribute("href"));
        }
        return chain;
    }

    private static @Nullable String attribute(List<SvgElement> chain, String name) {
        for (SvgElement element : chain) {
            String value = element.attribute(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private DrawnShape.@Nullable Ink sampled(List<SvgElement> chain, Box box, Place place) {
        SvgElement content = chain.stream()
                .filter(element -> !element.children().isEmpty())
                .findFirst()
                .orElse(null);
        boolean ofBox = !"userSpaceOnUse".equals(attribute(chain, "patternUnits"));
        Lengths units = ofBox ? new Lengths(1, 1, place.style().fontSize()) : place.lengths();
        double width = units.length(attribute(chain, "width"), Lengths.Of.WIDTH, 0) * (ofBox ? box.width() : 1);
        double height = units.length(attribute(chain, "height"), Lengths.Of.HEIGHT, 0) * (ofBox ? box.height() : 1);
        if (content == null || !(width > 0 && height > 0)) {
            return null;
        }
        // Drawn on a tile of 1 by 1, so that neither tiny nor huge tiles meet a limit.
        Matrix tile = Matrix.scaling(1 / width, 1 / height);
        ViewBox viewBox = ViewBox.read(attribute(chain, "viewBox"));
        if (viewBox != null && viewBox.isDrawable()) {
            tile = tile.times(viewBox.into(width, height, attribute(chain, "preserveAspectRatio")));
        } else if ("objectBoundingBox".equals(attribute(chain, "patternContentUnits"))) {
            tile = tile.times(Matrix.scaling(box.width(), box.height()));
        }
        if (!tile.isFinite() || tile.isSingular()) {
            return null;
        }
        Place at = new Place(
                tile, drawing.ownStyle(content), 1, place.width(), place.height(), place.pixelMm(), null, null);
        List<DrawnShape> shapes = new ArrayList<>();
        walker.children(content, at, shapes);
        return mean(shapes);
    }

    private DrawnShape.@Nullable Ink mean(List<DrawnShape> shapes) {
        Flattener flattener = new Flattener(drawing.budget().points(), drawing.deadline());
        List<Polygons> areas = new ArrayList<>();
        for (DrawnShape shape : shapes) {
            areas.add(new Polygons(flattener.flatten(shape.outline(), shape.toPage(), 0.005), shape.fillRule()));
        }
        MeanColor mean = new MeanColor();
        for (int i = 0; i < ACROSS * ACROSS; i++) {
            double x = (i % ACROSS + 0.5) / ACROSS;
            double y = (i / ACROSS + 0.5) / ACROSS;
            mean.add(seen(shapes, areas, x, y));
            drawing.deadline().tick();
        }
        return mean.mean();
    }

    /** What is seen at a point, from the top down until it is opaque. */
    private static DrawnShape.Ink seen(List<DrawnShape> shapes, List<Polygons> areas, double x, double y) {
        double red = 0;
        double green = 0;
        double blue = 0;
        double open = 1;
        for (int i = shapes.size() - 1; i >= 0 && open > 0.01; i--) {
            DrawnShape.Ink ink = inkAt(shapes.get(i), areas.get(i), x, y);
            if (ink != null) {
                double share = open * ink.opacity();
                red += share * ((ink.rgb() >> 16) & 0xFF);
                green += share * ((ink.rgb() >> 8) & 0xFF);
                blue += share * (ink.rgb() & 0xFF);
                open -= share;
            }
        }
        double alpha = 1 - open;
        if (alpha < 1e-9) {
            return new DrawnShape.Ink(0, 0);
        }
        int rgb = (int) Math.round(red / alpha) << 16
                | (int) Math.round(green / alpha) << 8
                | (int) Math.round(blue / alpha);
        return new DrawnShape.Ink(rgb, alpha);
    }

    private static DrawnShape.@Nullable Ink inkAt(DrawnShape shape, Polygons area, double x, double y) {
        DrawnShape.Line stroke = shape.stroke();
        if (stroke != null
                && area.isNear(x, y, stroke.width() / 2 * stroke.space().meanScale())) {
            return stroke.ink();
        }
        return shape.fill() != null && area.contains(x, y) ? shape.fill() : null;
    }
}
