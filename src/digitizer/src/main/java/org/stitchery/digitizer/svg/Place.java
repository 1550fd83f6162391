package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/**
 * Where in the drawing an element is being drawn: everything it gets from above. Immutable.
 *
 * @param toPage from the element's parent coordinates to page millimetres
 * @param style of the parent, for inheriting
 * @param opacity of all ancestors multiplied
 * @param width of the nearest viewport, for percentages
 * @param height of the nearest viewport
 * @param pixelMm page millimetres of one pixel as drawn, for strokes that do not scale
 * @param contextFill inside a marker: the fill of the line it marks
 * @param contextStroke inside a marker: the stroke of the line it marks
 */
record Place(
        Matrix toPage,
        Style style,
        double opacity,
        double width,
        double height,
        double pixelMm,
        DrawnShape.@Nullable Ink contextFill,
        DrawnShape.@Nullable Ink contextStroke) {

    Place at(Matrix newToPage) {
        return new Place(newToPage, style, opacity, width, height, pixelMm, contextFill, contextStroke);
    }

    Place with(Style newStyle, double newOpacity) {
        return new Place(toPage, newStyle, newOpacity, width, height, pixelMm, contextFill, contextStroke);
    }

    Place viewport(double newWidth, double newHeight) {
        return new Place(toPage, style, opacity, newWidth, newHeight, pixelMm, contextFill, contextStroke);
    }

    Place context(DrawnShape.@Nullable Ink fill, DrawnShape.@Nullable Ink stroke) {
        return new Place(toPage, style, opacity, width, height, pixelMm, fill, stroke);
    }

    Lengths lengths() {
        return new Lengths(width, height, style.fontSize());
    }
}
