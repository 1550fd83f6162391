package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Walks the tree as a renderer would and collects what it paints, lowest first. References are followed through
 * {@link CopyGuard}; clips and masks are laid on what a group has drawn, once it is drawn.
 */
final class DrawingWalker {

    /** Below this a shape cannot be told from the fabric. */
    static final double NEARLY_INVISIBLE = 0.05;

    /** Millimetres per unit beyond which nothing that can be sewn could be drawn. */
    private static final double LARGEST_SCALE = 1e8;

    private final Drawing drawing;
    private final ShapeReader shapes;
    private final ShapePainter painter;
    private final Viewports viewports;
    private final ClipResolver clips;
    private final MaskResolver masks;
    private final MarkerPlacer markers;
    private final TextSetter texts;

    DrawingWalker(Drawing drawing) {
        this.drawing = drawing;
        this.shapes = new ShapeReader(drawing.budget().segments(), drawing.findings(), drawing.deadline());
        this.viewports = new Viewports(drawing);
        this.painter = new ShapePainter(drawing, new PaintResolver(drawing, this));
        this.clips = new ClipResolver(drawing, shapes);
        this.masks = new MaskResolver(drawing, this);
        this.markers = new MarkerPlacer(drawing, this, viewports);
        this.texts = new TextSetter(drawing, shapes, painter);
    }

    /** Draws the content of the outermost svg. */
    List<DrawnShape> drawRoot(SvgElement root, Place place) {
        List<DrawnShape> out = new ArrayList<>();
        Style style = drawing.cascade().style(root, place.style());
        if (style.is(Property.DISPLAY, "none")) {
            return out;
        }
        Place inside = place.with(style, place.opacity() * style.fraction(Property.OPACITY));
        drawing.guard().enter(root);
        children(root, inside, out);
        drawing.guard().leave(root);
        finishGroup(root, inside, out, 0);
        return out;
    }

    /** Draws all children of a container whose style {@code place} already has. */
    void children(SvgElement container, Place place, List<DrawnShape> out) {
        for (SvgElement child : container.children()) {
            draw(child, place, out);
        }
    }

    private void draw(SvgElement element, Place above, List<DrawnShape> out) {
        ElementKind kind = element.kind();
        if (!isDrawn(kind)) {
            return;
        }
        drawing.guard().enter(element);
        try {
            Style style = drawing.cascade().style(element, above.style());
            if (style.is(Property.DISPLAY, "none") || !Conditions.hold(element)) {
                return;
            }
            Place place = above.with(style, above.opacity() * style.fraction(Property.OPACITY));
            Matrix transform = drawing.transform(element, style, place.lengths());
            if (kind != ElementKind.SVG || element.parent() != null) {
                place = place.at(above.toPage().times(transform));
            }
            if (!place.toPage().isFinite() || place.toPage().largestScale() > LARGEST_SCALE) {
                throw Refusals.outOfRange();
            }
            if (place.toPage().isSingular()) {
                shapes.degenerate(element);
                return;
            }
            int from = out.size();
            content(element, place, out);
            finishGroup(element, place, out, from);
            locate(element, out, from);
        } finally {
            drawing.guard().leave(element);
        }
    }

    /** For groups, of which most have nothing to tell; others know their place before they are painted. */
    private void locate(SvgElement element, List<DrawnShape> out, int from) {
        if (out.size() > from && !element.kind().isShape() && drawing.findings().concern(element.displayName())) {
            Box box = Box.EMPTY;
            for (DrawnShape shape : out.subList(from, out.size())) {
                box = box.union(shape.outline().hull(shape.toPage()));
            }
            drawing.findings().locate(element.displayName(), box);
        }
    }

    /** For elements that are not sewn but have a position of their own. */
    private void locate(SvgElement element, Place place) {
        Lengths lengths = place.lengths();
        double x = lengths.length(first(element.attribute("x", "")), Lengths.Of.WIDTH, 0);
        double y = lengths.length(first(element.attribute("y", "")), Lengths.Of.HEIGHT, 0);
        double width = lengths.length(element.attribute("width"), Lengths.Of.WIDTH, 0);
        double height = lengths.length(element.attribute("height"), Lengths.Of.HEIGHT, 0);
        drawing.findings()
                .locate(
                        element.displayName(),
                        Outline.rectangle(Box.ofSize(x, y, Math.max(0, width), Math.max(0, height)))
                                .hull(place.toPage()));
    }

    /** Text may give a position for each letter. */
    private static String first(String list) {
        return list.strip().split("[\\s,]+", 2)[0];
    }

    private static boolean isDrawn(ElementKind kind) {
        return switch (kind) {
            case SVG, G, A, SWITCH, USE, TEXT, IMAGE, FOREIGN_OBJECT -> true;
            default -> kind.isShape();
        };
    }

    private void content(SvgElement element, Place place, List<DrawnShape> out) {
        switch (element.kind()) {
            case G, A -> children(element, place, out);
            case SWITCH -> {
                for (SvgElement child : element.children()) {
                    if (isDrawn(child.kind()) && Conditions.hold(child)) {
                        draw(child, place, out);
                        break;
                    }
                }
            }
            case SVG -> nested(element, place, place.lengths(), null, null, out);
            case USE -> use(element, place, out);
            case TEXT -> text(element, place, out);
            case IMAGE -> image(element, place);
            case FOREIGN_OBJECT -> {
                locate(element, place);
                drawing.findings()
                        .warn(
                                FindingCode.UNSUPPORTED_ELEMENT,
                                element.displayName(),
                                "This holds content that is not SVG and is not sewn. Draw it as paths.");
            }
            default -> shape(element, place, out);
        }
    }

    private void nested(
            SvgElement element,
            Place place,
            Lengths lengths,
            @Nullable String width,
            @Nullable String height,
            List<DrawnShape> out) {
        Viewports.Opened opened = viewports.open(element, place, lengths, width, height);
        if (opened == null) {
            shapes.degenerate(element);
            return;
        }
        int from = out.size();
        children(element, opened.place(), out);
        if (opened.clip() != null) {
            clip(out, from, List.of(opened.clip()));
        }
    }

    private void use(SvgElement use, Place place, List<DrawnShape> out) {
        String reference = use.attribute("href");
        if (reference == null || References.isExternal(reference) || References.isData(reference)) {
            return;
        }
        SvgElement target = drawing.document().resolve(reference);
        if (target == null) {
            dangling(use);
            return;
        }
        drawing.guard().follow(target);
        Lengths lengths = place.lengths();
        Style style = place.style();
        Place moved = place.at(place.toPage()
                .times(Matrix.translation(
                        lengths.length(style.get(Property.X), Lengths.Of.WIDTH, 0),
                        lengths.length(style.get(Property.Y), Lengths.Of.HEIGHT, 0))));
        if (target.kind() == ElementKind.SYMBOL || target.kind() == ElementKind.SVG) {
            usedViewport(target, use, moved, out);
        } else {
            draw(target, moved, out);
        }
        drawing.guard().followed();
    }

    /** A symbol or svg that is used is drawn like a nested svg, with the size the use gives. */
    private void usedViewport(SvgElement target, SvgElement use, Place place, List<DrawnShape> out) {
        drawing.guard().enter(target);
        Style style = drawing.cascade().style(target, place.style());
        if (!style.is(Property.DISPLAY, "none")) {
            Place inside = place.with(style, place.opacity() * style.fraction(Property.OPACITY));
            inside = inside.at(place.toPage().times(drawing.transform(target, style, inside.lengths())));
            int from = out.size();
            nested(target, inside, place.lengths(), use.attribute("width"), use.attribute("height"), out);
            finishGroup(target, inside, out, from);
        }
        drawing.guard().leave(target);
    }

    private void shape(SvgElement element, Place place, List<DrawnShape> out) {
        if (!place.style().get(Property.VISIBILITY).equalsIgnoreCase("visible")) {
            return;
        }
        if (!painter.isPainted(place)) {
            return;
        }
        Outline outline = shapes.read(element, place.style(), place.lengths());
        if (outline.isEmpty()) {
            return;
        }
        drawing.guard().count(outline);
        drawing.findings().locate(element.displayName(), outline.hull(place.toPage()));
        painter.paint(element, outline, place, out);
        markers.place(element, outline, place, out);
    }

    private void text(SvgElement element, Place place, List<DrawnShape> out) {
        double size = place.style().fontSize() * place.toPage().largestScale();
        if (size > drawing.budget().coordinateMm()) {
            throw Refusals.outOfRange();
        }
        int from = out.size();
        texts.set(element, place, out);
        if (out.size() == from) {
            locate(element, place);
        }
    }

    private void image(SvgElement element, Place place) {
        locate(element, place);
        String reference = element.attribute("href");
        if (reference != null && reference.strip().length() > 1) {
            drawing.findings()
                    .warn(
                            FindingCode.EMBEDDED_IMAGE,
                            element.displayName(),
                            "Embedded pictures and files are not sewn."
                                    + " Trace the picture to paths in a drawing program.");
        }
    }

    /** Lays an element's clip and mask on what it has drawn, and names effects that are left out. */
    private void finishGroup(SvgElement element, Place place, List<DrawnShape> out, int from) {
        if (out.size() == from) {
            return;
        }
        Style style = place.style();
        if (!style.is(Property.CLIP_PATH, "none")) {
            SvgElement target = reference(element, style.get(Property.CLIP_PATH), ElementKind.CLIP_PATH);
            if (target != null) {
                Box box = bounds(out, from, place.toPage());
                clip(out, from, clips.resolve(target, place.toPage(), place.lengths(), box));
            }
        }
        if (!style.is(Property.MASK, "none")) {
            SvgElement target = reference(element, style.get(Property.MASK), ElementKind.MASK);
            List<DrawnShape.Clip> mask =
                    target == null ? null : masks.resolve(target, element, place, bounds(out, from, place.toPage()));
            if (mask != null) {
                clip(out, from, mask);
            }
        }
        if (!style.is(Property.FILTER, "none")) {
            effect(element, "Filter effects such as blur and shadow cannot be sewn; the element is sewn without.");
        }
        String blend = style.get(Property.MIX_BLEND_MODE).toLowerCase(Locale.ROOT);
        if (!blend.equals("normal")) {
            effect(element, "Blending with what lies below cannot be sewn; the element is sewn without.");
        }
    }

    private void effect(SvgElement element, String message) {
        drawing.findings().warn(FindingCode.UNSUPPORTED_ELEMENT, element.displayName(), message);
    }

    /** The element a {@code url(#id)} leads to; null when it leads nowhere, which is then in the findings. */
    private @Nullable SvgElement reference(SvgElement element, String value, ElementKind wanted) {
        List<String> urls = References.urls(value);
        if (urls.isEmpty()) {
            effect(element, "The element is cut by a basic CSS shape, which is left out. Use a clipping path.");
            return null;
        }
        if (References.isExternal(urls.get(0))) {
            return null;
        }
        SvgElement target = drawing.document().resolve(urls.get(0));
        if (target == null || target.kind() != wanted) {
            dangling(element);
            return null;
        }
        return target;
    }

    void dangling(SvgElement element) {
        drawing.findings()
                .warn(
                        FindingCode.DANGLING_REF,
                        element.displayName(),
                        "This refers to something that is not in the drawing; that part is left out.");
    }

    /** The box around what was drawn, without line widths, in the coordinates that {@code toPage} maps from. */
    private static Box bounds(List<DrawnShape> out, int from, Matrix toPage) {
        Matrix back = toPage.inverse();
        Box box = Box.EMPTY;
        for (DrawnShape shape : out.subList(from, out.size())) {
            box = box.union(shape.outline().bounds(back.times(shape.toPage())));
        }
        return box;
    }

    private static void clip(List<DrawnShape> out, int from, List<DrawnShape.Clip> more) {
        for (int i = from; i < out.size(); i++) {
            out.set(i, out.get(i).withClips(more));
        }
    }
}
