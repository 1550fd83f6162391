package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws markers at the vertices of a line. Markers within markers are left out, with a finding. */
final class MarkerPlacer {

    private final Drawing drawing;
    private final DrawingWalker walker;
    private final Viewports viewports;
    private boolean inside;

    MarkerPlacer(Drawing drawing, DrawingWalker walker, Viewports viewports) {
        this.drawing = drawing;
        this.walker = walker;
        this.viewports = viewports;
    }

    /** A vertex with the directions, in degrees, in which the line arrives and leaves; null at a loose end. */
    private record Vertex(
            double x,
            double y,
            @Nullable Double in,
            @Nullable Double out) {
        /** The direction halfway between both. */
        double direction() {
            if (in == null) {
                return out == null ? 0 : out;
            }
            if (out == null) {
                return in;
            }
            double turn = out - in;
            turn -= 360 * Math.floor((turn + 180) / 360);
            return in + turn / 2;
        }
    }

    void place(SvgElement element, Outline outline, Place place, List<DrawnShape> out) {
        switch (element.kind()) {
            case PATH, LINE, POLYLINE, POLYGON -> {}
            default -> {
                return;
            }
        }
        Style style = place.style();
        SvgElement start = marker(element, style.get(Property.MARKER_START));
        SvgElement mid = marker(element, style.get(Property.MARKER_MID));
        SvgElement end = marker(element, style.get(Property.MARKER_END));
        if (start == null && mid == null && end == null) {
            return;
        }
        if (inside) {
            drawing.findings()
                    .warn(
                            FindingCode.UNSUPPORTED_ELEMENT,
                            element.displayName(),
                            "Markers within markers are not sewn. Convert them to paths in a drawing program.");
            return;
        }
        inside = true;
        Place context = place.context(contextInk(place, Property.FILL), contextInk(place, Property.STROKE));
        List<Vertex> vertices = vertices(outline);
        for (int i = 0; i < vertices.size(); i++) {
            Vertex vertex = vertices.get(i);
            if (i == 0 && start != null) {
                draw(start, vertex, true, context, out);
            }
            if (i > 0 && i < vertices.size() - 1 && mid != null) {
                draw(mid, vertex, false, context, out);
            }
            if (i == vertices.size() - 1 && end != null) {
                draw(end, vertex, false, context, out);
            }
        }
        inside = false;
    }

    private @Nullable SvgElement marker(SvgElement element, String value) {
        if (value.equalsIgnoreCase("none")) {
            return null;
        }
        List<String> urls = References.urls(value);
        if (urls.isEmpty() || References.isExternal(urls.get(0))) {
            return null;
        }
        SvgElement target = drawing.document().resolve(urls.get(0));
        if (target == null || target.kind() != ElementKind.MARKER) {
            walker.dangling(element);
            return null;
        }
        return target;
    }

    private DrawnShape.@Nullable Ink contextInk(Place place, Property property) {
        int current = drawing.colors().argb(place.style().get(Property.COLOR), 0xFF000000, 0xFF000000);
        int argb = drawing.colors().argb(place.style().get(property), current, 0);
        return argb >>> 24 == 0 ? null : new DrawnShape.Ink(argb & 0xFFFFFF, (argb >>> 24) / 255.0);
    }

    private void draw(SvgElement marker, Vertex vertex, boolean start, Place place, List<DrawnShape> out) {
        Lengths lengths = place.lengths();
        double width = lengths.length(marker.attribute("markerWidth"), Lengths.Of.WIDTH, 3);
        double height = lengths.length(marker.attribute("markerHeight"), Lengths.Of.HEIGHT, 3);
        boolean perStroke = !"userSpaceOnUse".equals(marker.attribute("markerUnits"));
        double scale = perStroke ? lengths.length(place.style().get(Property.STROKE_WIDTH), Lengths.Of.DIAGONAL, 1) : 1;
        drawing.guard().follow(marker);
        drawing.guard().enter(marker);
        Style style = drawing.ownStyle(marker);
        Matrix m = place.toPage()
                .times(Matrix.translation(vertex.x, vertex.y))
                .times(Matrix.rotation(angle(marker.attribute("orient", "0"), vertex, start)))
                .times(Matrix.scaling(scale, scale));
        ViewBox viewBox = ViewBox.read(marker.attribute("viewBox"));
        Matrix fit = viewBox == null || !viewBox.isDrawable()
                ? Matrix.IDENTITY
                : viewBox.into(width, height, marker.attribute("preserveAspectRatio"));
        double refX = reference(marker.attribute("refX"), viewBox, lengths, true);
        double refY = reference(marker.attribute("refY"), viewBox, lengths, false);
        Matrix moved = m.times(Matrix.translation(-fit.x(refX, refY), -fit.y(refX, refY)));
        Place at = place.with(style, place.opacity() * style.fraction(Property.OPACITY));
        Viewports.Opened opened = width > 0 && height > 0 && scale > 0 && !style.is(Property.DISPLAY, "none")
                ? viewports.fitted(marker, at, moved, width, height)
                : null;
        if (opened != null) {
            int from = out.size();
            walker.children(marker, opened.place(), out);
            for (int i = from; i < out.size(); i++) {
                DrawnShape shape = out.get(i);
                out.set(i, opened.clip() == null ? shape : shape.withClips(List.of(opened.clip())));
            }
        }
        drawing.guard().leave(marker);
        drawing.guard().followed();
    }

    private static double reference(@Nullable String text, @Nullable ViewBox viewBox, Lengths lengths, boolean x) {
        if (text == null) {
            return 0;
        }
        double from = viewBox == null ? 0 : x ? viewBox.x() : viewBox.y();
        double whole = viewBox == null ? 0 : x ? viewBox.width() : viewBox.height();
        return switch (text.strip()) {
            case "left", "top" -> from;
            case "center" -> from + whole / 2;
            case "right", "bottom" -> from + whole;
            default -> lengths.length(text, x ? Lengths.Of.WIDTH : Lengths.Of.HEIGHT, 0);
        };
    }

    private static double angle(String orient, Vertex vertex, boolean start) {
        String text = orient.strip();
        if (text.startsWith("auto")) {
            return vertex.direction() + (start && text.equals("auto-start-reverse") ? 180 : 0);
        }
        NumberScanner in = new NumberScanner(text);
        if (!in.number()) {
            return 0;
        }
        double value = in.value();
        return switch (in.unit()) {
            case "rad" -> StrictMath.toDegrees(value);
            case "grad" -> value * 0.9;
            case "turn" -> value * 360;
            default -> value;
        };
    }

    /** All vertices of all subpaths in order; the end of a curve is one, the inside of an arc is not. */
    private static List<Vertex> vertices(Outline outline) {
        List<Vertex> found = new ArrayList<>();
        double x = 0;
        double y = 0;
        double startX = 0;
        double startY = 0;
        int startIndex = 0;
        Double arcOut = null;
        int at = 0;
        for (int i = 0; i < outline.segments(); i++) {
            byte op = outline.op(i);
            if (op == Outline.MOVE) {
                x = outline.at(at);
                y = outline.at(at + 1);
                startX = x;
                startY = y;
                startIndex = found.size();
                found.add(new Vertex(x, y, null, null));
            } else if (op == Outline.CLOSE) {
                Double back = direction(startX - x, startY - y);
                leave(found, found.size() - 1, back);
                Vertex first = found.get(startIndex);
                Double in = back == null ? found.get(found.size() - 1).in() : back;
                found.set(startIndex, new Vertex(first.x, first.y, in, first.out));
                found.add(new Vertex(startX, startY, in, first.out));
                x = startX;
                y = startY;
            } else {
                int n = Outline.arity(op);
                double[] p = new double[n + 2];
                p[0] = x;
                p[1] = y;
                for (int k = 0; k < n; k++) {
                    p[k + 2] = outline.at(at + k);
                }
                Double out = firstDirection(p);
                Double in = lastDirection(p);
                leave(found, found.size() - 1, arcOut == null ? out : arcOut);
                arcOut = op == Outline.CUBIC_PART ? (arcOut == null ? out : arcOut) : null;
                x = p[n];
                y = p[n + 1];
                if (op != Outline.CUBIC_PART) {
                    found.add(new Vertex(x, y, in, null));
                }
            }
            at += Outline.arity(op);
        }
        return found;
    }

    private static void leave(List<Vertex> found, int i, @Nullable Double out) {
        Vertex v = found.get(i);
        if (v.out == null && out != null) {
            found.set(i, new Vertex(v.x, v.y, v.in, out));
        }
    }

    private static @Nullable Double firstDirection(double[] p) {
        for (int i = 2; i < p.length; i += 2) {
            Double d = direction(p[i] - p[0], p[i + 1] - p[1]);
            if (d != null) {
                return d;
            }
        }
        return null;
    }

    private static @Nullable Double lastDirection(double[] p) {
        int end = p.length - 2;
        for (int i = end - 2; i >= 0; i -= 2) {
            Double d = direction(p[end] - p[i], p[end + 1] - p[i + 1]);
            if (d != null) {
                return d;
            }
        }
        return null;
    }

    private static @Nullable Double direction(double dx, double dy) {
        return dx == 0 && dy == 0 ? null : StrictMath.toDegrees(StrictMath.atan2(dy, dx));
    }
}
