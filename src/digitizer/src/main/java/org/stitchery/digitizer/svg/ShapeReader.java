package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/** Turns path, rect, circle, ellipse, line, polyline and polygon elements into outlines. */
final class ShapeReader {

    private final FindingList findings;
    private final Deadline deadline;
    private final int segmentLimit;

    ShapeReader(int segmentLimit, FindingList findings, Deadline deadline) {
        this.segmentLimit = segmentLimit;
        this.findings = findings;
        this.deadline = deadline;
    }

    /** The element's outline in its own coordinates; empty for one without any size, which is then in the findings. */
    Outline read(SvgElement element, Style style, Lengths lengths) {
        Outline outline = switch (element.kind()) {
            case PATH -> path(element, style);
            case RECT -> rect(style, lengths);
            case CIRCLE -> {
                double r = lengths.length(style.get(Property.R), Lengths.Of.DIAGONAL, 0);
                yield ellipse(style, lengths, r, r);
            }
            case ELLIPSE -> ellipse(style, lengths);
            case LINE -> line(element, lengths);
            default -> poly(element);
        };
        if (outline.isEmpty()) {
            degenerate(element);
        }
        return outline;
    }

    void degenerate(SvgElement element) {
        findings.note(
                FindingCode.DEGENERATE,
                element.displayName(),
                "This element has no size or draws nothing, so it is left out.");
    }

    private Outline path(SvgElement element, Style style) {
        String data = style.get(Property.D).strip();
        if (data.startsWith("path(") && data.endsWith(")")) {
            data = References.unquoted(data.substring(5, data.length() - 1));
        }
        if (data.isEmpty() || data.equals("none")) {
            return Outline.NOTHING;
        }
        PathReader.Result result = PathReader.read(data, segmentLimit, deadline);
        if (!result.complete()) {
            truncated(element);
        }
        return result.outline();
    }

    private void truncated(SvgElement element) {
        findings.warn(
                FindingCode.PATH_TRUNCATED,
                element.displayName(),
                "The outline of this element breaks off with an error; what comes before it is kept."
                        + " Check that nothing is missing.");
    }

    private static Outline rect(Style style, Lengths lengths) {
        double width = lengths.length(style.get(Property.WIDTH), Lengths.Of.WIDTH, 0);
        double height = lengths.length(style.get(Property.HEIGHT), Lengths.Of.HEIGHT, 0);
        if (!(width > 0 && height > 0)) {
            return Outline.NOTHING;
        }
        double x = lengths.length(style.get(Property.X), Lengths.Of.WIDTH, 0);
        double y = lengths.length(style.get(Property.Y), Lengths.Of.HEIGHT, 0);
        double rx = lengths.length(style.get(Property.RX), Lengths.Of.WIDTH, -1);
        double ry = lengths.length(style.get(Property.RY), Lengths.Of.HEIGHT, -1);
        if (rx < 0) {
            rx = Math.max(0, ry);
        }
        if (ry < 0) {
            ry = rx;
        }
        rx = Math.min(rx, width / 2);
        ry = Math.min(ry, height / 2);
        if (rx == 0 || ry == 0) {
            return Outline.rectangle(Box.ofSize(x, y, width, height));
        }
        double right = x + width;
        double bottom = y + height;
        return new Outline.Builder()
                .move(x + rx, y)
                .line(right - rx, y)
                .arc(rx, ry, 0, false, true, right, y + ry)
                .line(right, bottom - ry)
                .arc(rx, ry, 0, false, true, right - rx, bottom)
                .line(x + rx, bottom)
                .arc(rx, ry, 0, false, true, x, bottom - ry)
                .line(x, y + ry)
                .arc(rx, ry, 0, false, true, x + rx, y)
                .close()
                .build();
    }

    private static Outline ellipse(Style style, Lengths lengths) {
        double rx = lengths.length(style.get(Property.RX), Lengths.Of.WIDTH, -1);
        double ry = lengths.length(style.get(Property.RY), Lengths.Of.HEIGHT, -1);
        return ellipse(style, lengths, rx < 0 ? ry : rx, ry < 0 ? rx : ry);
    }

    private static Outline ellipse(Style style, Lengths lengths, double rx, double ry) {
        if (!(rx > 0 && ry > 0)) {
            return Outline.NOTHING;
        }
        double cx = lengths.length(style.get(Property.CX), Lengths.Of.WIDTH, 0);
        double cy = lengths.length(style.get(Property.CY), Lengths.Of.HEIGHT, 0);
        return Outline.ellipse(cx, cy, rx, ry);
    }

    private static Outline line(SvgElement element, Lengths lengths) {
        return new Outline.Builder()
                .move(
                        lengths.length(element.attribute("x1"), Lengths.Of.WIDTH, 0),
                        lengths.length(element.attribute("y1"), Lengths.Of.HEIGHT, 0))
                .line(
                        lengths.length(element.attribute("x2"), Lengths.Of.WIDTH, 0),
                        lengths.length(element.attribute("y2"), Lengths.Of.HEIGHT, 0))
                .build();
    }

    /** Pairs of numbers; an odd one at the end, or anything else, ends the outline there. */
    private Outline poly(SvgElement element) {
        @Nullable String points = element.attribute("points");
        if (points == null || points.isBlank() || points.strip().equals("none")) {
            return Outline.NOTHING;
        }
        NumberScanner in = new NumberScanner(points);
        Outline.Builder out = new Outline.Builder();
        in.skipSpace();
        while (!in.atEnd()) {
            boolean pair = in.number();
            double x = in.value();
            if (pair) {
                in.skipComma();
                pair = in.number();
            }
            if (!pair) {
                truncated(element);
                break;
            }
            if (out.segments() == 0) {
                out.move(x, in.value());
            } else {
                out.line(x, in.value());
            }
            if (out.segments() > segmentLimit) {
                throw Refusals.tooManySegments();
            }
            deadline.tick();
            in.skipComma();
        }
        if (element.kind() == ElementKind.POLYGON && out.segments() > 0) {
            out.close();
        }
        return out.build();
    }
}
