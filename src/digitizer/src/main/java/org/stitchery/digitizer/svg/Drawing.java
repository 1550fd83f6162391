package org.stitchery.digitizer.svg;

/** What all parts of one walk share. */
record Drawing(
        SvgDocument document,
        StyleCascade cascade,
        Colors colors,
        FontBook fonts,
        CopyGuard guard,
        IntakeBudget budget,
        Deadline deadline,
        FindingList findings) {

    /**
     * The style an element has where it stands in the file; for clip paths, masks, patterns and markers, which inherit
     * from their own ancestors and not from who uses them.
     */
    Style ownStyle(SvgElement element) {
        SvgElement parent = element.parent();
        return cascade.style(element, parent == null ? Style.initial() : ownStyle(parent));
    }

    /** The map of an element's transform, whichever way it is written. */
    Matrix transform(SvgElement element, Style style, Lengths lengths) {
        String css = style.get(Property.TRANSFORM);
        String attribute = element.attribute(element.kind().isGradient() ? "gradientTransform" : "transform");
        if (element.kind() == ElementKind.PATTERN) {
            attribute = element.attribute("patternTransform");
        }
        Matrix m = Matrix.IDENTITY;
        if (!css.equals("none")) {
            m = TransformReader.css(css, lengths);
        } else if (attribute != null) {
            m = TransformReader.attribute(attribute);
        }
        if (m == null) {
            findings.warn(
                    FindingCode.TRANSFORM_IGNORED,
                    element.displayName(),
                    "The position or rotation of this element cannot be read and is left out. Check where it lies.");
            return Matrix.IDENTITY;
        }
        String origin = style.get(Property.TRANSFORM_ORIGIN);
        return origin.isEmpty() || m.equals(Matrix.IDENTITY) ? m : around(m, origin, lengths);
    }

    private static Matrix around(Matrix m, String origin, Lengths lengths) {
        String[] parts = origin.strip().split("[\\s,]+");
        double x = originPart(parts[0], lengths, Lengths.Of.WIDTH, lengths.width());
        double y = parts.length > 1
                ? originPart(parts[1], lengths, Lengths.Of.HEIGHT, lengths.height())
                : lengths.height() / 2;
        return TransformReader.around(m, x, y);
    }

    private static double originPart(String text, Lengths lengths, Lengths.Of of, double whole) {
        return switch (text) {
            case "left", "top" -> 0;
            case "center" -> whole / 2;
            case "right", "bottom" -> whole;
            default -> lengths.length(text, of, 0);
        };
    }
}
