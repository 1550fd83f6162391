package org.stitchery.digitizer.svg;

import java.awt.geom.Area;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/** Turns a clipPath into areas in page millimetres; what is clipped lies in all of them. */
final class ClipResolver {

    private final Drawing drawing;
    private final ShapeReader shapes;

    /** Drawing programs clip many elements by the same path; what that costs is counted each time all the same. */
    private final Map<Key, Resolved> resolved = new HashMap<>();

    private record Key(int element, Matrix toPage, Lengths viewport, Box box) {}

    private record Resolved(List<DrawnShape.Clip> clips, int copies) {}

    ClipResolver(Drawing drawing, ShapeReader shapes) {
        this.drawing = drawing;
        this.shapes = shapes;
    }

    /** One shape of a clipPath, with what clips it in turn. */
    private record Part(Outline outline, FillRule rule, List<DrawnShape.Clip> clips) {}

    /**
     * @param toPage of what is clipped
     * @param viewport what percentages refer to
     * @param box around what is clipped, in its coordinates
     * @throws IntakeException for clips within themselves, or too many
     */
    List<DrawnShape.Clip> resolve(SvgElement clipPath, Matrix toPage, Lengths viewport, Box box) {
        boolean ofBox = isOfBox(clipPath) || !drawing.ownStyle(clipPath).is(Property.CLIP_PATH, "none");
        Key key = new Key(clipPath.index(), toPage, viewport, ofBox ? box : Box.EMPTY);
        Resolved known = resolved.get(key);
        if (known != null) {
            drawing.guard().followAgain(known.copies);
            return known.clips;
        }
        int before = drawing.guard().copies();
        List<DrawnShape.Clip> clips = List.copyOf(read(clipPath, toPage, viewport, box));
        resolved.put(key, new Resolved(clips, drawing.guard().copies() - before));
        return clips;
    }

    private List<DrawnShape.Clip> read(SvgElement clipPath, Matrix toPage, Lengths viewport, Box box) {
        CopyGuard guard = drawing.guard();
        guard.follow(clipPath);
        guard.enter(clipPath);
        Style style = drawing.ownStyle(clipPath);
        Lengths lengths = viewport;
        Matrix m = toPage.times(drawing.transform(clipPath, style, lengths));
        if (isOfBox(clipPath)) {
            lengths = new Lengths(1, 1, style.fontSize());
            m = m.times(new Matrix(box.width(), 0, 0, box.height(), box.minX(), box.minY()));
        }
        List<Part> parts = new ArrayList<>();
        for (SvgElement child : clipPath.children()) {
            part(child, style, m, lengths, parts);
        }
        List<DrawnShape.Clip> clips = new ArrayList<>(union(clipPath, parts));
        clips.addAll(clipsOf(style, toPage, viewport, box));
        guard.leave(clipPath);
        guard.followed();
        return clips;
    }

    private static boolean isOfBox(SvgElement clipPath) {
        return "objectBoundingBox".equals(clipPath.attribute("clipPathUnits"));
    }

    /** The clip a style asks for, in the coordinates of what carries the style. */
    private List<DrawnShape.Clip> clipsOf(Style style, Matrix toPage, Lengths viewport, Box box) {
        List<String> urls = References.urls(style.get(Property.CLIP_PATH));
        SvgElement target = urls.isEmpty() ? null : drawing.document().resolve(urls.get(0));
        return target == null || target.kind() != ElementKind.CLIP_PATH
                ? List.of()
                : resolve(target, toPage, viewport, box);
    }

    private void part(SvgElement child, Style above, Matrix toPage, Lengths viewport, List<Part> parts) {
        if (!child.kind().isShape() && child.kind() != ElementKind.USE) {
            if (child.kind() == ElementKind.TEXT && TextReader.isInked(child)) {
                drawing.findings()
                        .warn(
                                FindingCode.TEXT_NOT_SEWN,
                                child.displayName(),
                                "Text cannot cut out other elements. Convert it to paths in a drawing program.");
            }
            return;
        }
        drawing.guard().enter(child);
        Style style = drawing.cascade().style(child, above);
        Lengths lengths = new Lengths(viewport.width(), viewport.height(), style.fontSize());
        Matrix m = toPage.times(drawing.transform(child, style, lengths));
        if (!style.is(Property.DISPLAY, "none") && m.isFinite()) {
            if (child.kind() == ElementKind.USE) {
                used(child, style, m, lengths, parts);
            } else if (style.is(Property.VISIBILITY, "visible")) {
                Outline outline = shapes.read(child, style, lengths);
                drawing.guard().count(outline);
                if (!outline.isEmpty()) {
                    List<DrawnShape.Clip> clips = clipsOf(style, m, lengths, outline.bounds(Matrix.IDENTITY));
                    parts.add(
                            new Part(outline.transformed(m), ShapePainter.rule(style.get(Property.CLIP_RULE)), clips));
                }
            }
        }
        drawing.guard().leave(child);
    }

    private void used(SvgElement use, Style style, Matrix m, Lengths lengths, List<Part> parts) {
        SvgElement target = drawing.document().resolve(use.attribute("href"));
        if (target == null || !target.kind().isShape()) {
            return;
        }
        drawing.guard().follow(target);
        Matrix moved = m.times(Matrix.translation(
                lengths.length(style.get(Property.X), Lengths.Of.WIDTH, 0),
                lengths.length(style.get(Property.Y), Lengths.Of.HEIGHT, 0)));
        int from = parts.size();
        part(target, style, moved, lengths, parts);
        if (parts.size() > from) {
            Part part = parts.get(from);
            List<DrawnShape.Clip> clips = new ArrayList<>(part.clips);
            clips.addAll(clipsOf(style, m, lengths, part.outline.bounds(m.inverse())));
            parts.set(from, new Part(part.outline, part.rule, clips));
        }
        drawing.guard().followed();
    }

    private List<DrawnShape.Clip> union(SvgElement clipPath, List<Part> parts) {
        if (parts.isEmpty()) {
            return List.of(new DrawnShape.Clip(Outline.NOTHING, FillRule.NONZERO));
        }
        if (parts.size() == 1) {
            Part only = parts.get(0);
            List<DrawnShape.Clip> clips = new ArrayList<>();
            clips.add(new DrawnShape.Clip(only.outline, only.rule));
            clips.addAll(only.clips);
            return clips;
        }
        if (!areApart(parts)) {
            Outline united = united(parts);
            if (united != null) {
                return List.of(new DrawnShape.Clip(united, FillRule.NONZERO));
            }
            drawing.findings()
                    .warn(
                            FindingCode.UNSUPPORTED_ELEMENT,
                            clipPath.displayName(),
                            "This clipping path is too intricate to be combined exactly. Simplify it.");
        }
        List<Outline> outlines = parts.stream().map(Part::outline).toList();
        return List.of(new DrawnShape.Clip(Outline.joined(outlines), parts.get(0).rule));
    }

    /** True when no part can touch another, so that one list of contours means the same as their union. */
    private static boolean areApart(List<Part> parts) {
        if (parts.size() > 200) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (!part.clips.isEmpty() || part.rule != parts.get(0).rule) {
                return false;
            }
            Box box = part.outline.hull(Matrix.IDENTITY);
            for (int k = 0; k < i; k++) {
                if (box.overlaps(parts.get(k).outline.hull(Matrix.IDENTITY))) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable Outline united(List<Part> parts) {
        Box box = Box.EMPTY;
        for (Part part : parts) {
            box = box.union(part.outline.hull(Matrix.IDENTITY));
        }
        Areas areas = new Areas(
                Math.max(box.width(), box.height()) / 10_000, drawing.budget().points(), drawing.deadline());
        Area sum = new Area();
        for (Part part : parts) {
            Area area = areas.area(part.outline, part.rule);
            if (area == null || !areas.cut(area, part.clips)) {
                return null;
            }
            sum.add(area);
        }
        return Areas.outline(sum);
    }
}
