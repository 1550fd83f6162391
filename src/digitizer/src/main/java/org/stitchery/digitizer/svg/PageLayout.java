package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Finding.Severity;

/**
 * The outermost coordinate system: how large the page is and how the drawing lies on it.
 *
 * @param widthPx page width in CSS pixels; NaN when nothing in the file tells
 * @param heightPx page height
 * @param toPixels from user units to page pixels
 * @param userWidth what percentages of width refer to
 * @param userHeight what percentages of height refer to
 */
record PageLayout(double widthPx, double heightPx, Matrix toPixels, double userWidth, double userHeight) {

    /** What browsers take when a file tells nothing. */
    private static final double DEFAULT_WIDTH = 300;

    private static final double DEFAULT_HEIGHT = 150;

    /** @throws IntakeException for a drawing area that is empty, inside out or beyond reason */
    static PageLayout of(SvgElement root, Style style, FindingList findings) {
        double width = Lengths.pageSize(style.get(Property.WIDTH));
        double height = Lengths.pageSize(style.get(Property.HEIGHT));
        ViewBox viewBox = ViewBox.read(root.attribute("viewBox"));
        if (viewBox != null && !viewBox.isDrawable()) {
            throw new IntakeException(
                    RefusalCode.E_BAD_GEOMETRY,
                    "The drawing's visible area has no size. Set the page to the drawing in a drawing program.");
        }
        if (viewBox != null && !viewBox.isInRange()) {
            throw Refusals.outOfRange();
        }
        if (Double.isNaN(width) && Double.isNaN(height)) {
            findings.about(
                    Severity.INFO,
                    FindingCode.SIZE_ASSUMED,
                    "The file does not say how large the drawing is; one unit is taken as 1/96 inch."
                            + " Choose the size you want.");
        }
        if (viewBox == null) {
            return withoutViewBox(width, height);
        }
        if (Double.isNaN(width) && Double.isNaN(height)) {
            width = viewBox.width();
            height = viewBox.height();
        } else if (Double.isNaN(width)) {
            width = height * viewBox.width() / viewBox.height();
        } else if (Double.isNaN(height)) {
            height = width * viewBox.height() / viewBox.width();
        }
        Matrix m = viewBox.into(width, height, root.attribute("preserveAspectRatio"));
        return new PageLayout(width, height, m, viewBox.width(), viewBox.height());
    }

    private static PageLayout withoutViewBox(double width, double height) {
        double userWidth = Double.isNaN(width) ? DEFAULT_WIDTH : width;
        double userHeight = Double.isNaN(height) ? DEFAULT_HEIGHT : height;
        boolean known = !Double.isNaN(width) && !Double.isNaN(height);
        return new PageLayout(
                known ? width : Double.NaN, known ? height : Double.NaN, Matrix.IDENTITY, userWidth, userHeight);
    }

    boolean isKnown() {
        return !Double.isNaN(widthPx);
    }

    /** The page in millimetres at a scale; null when its size is not known. */
    @Nullable
    Box box(double mmPerPixel) {
        return isKnown() ? Box.ofSize(0, 0, widthPx * mmPerPixel, heightPx * mmPerPixel) : null;
    }
}
