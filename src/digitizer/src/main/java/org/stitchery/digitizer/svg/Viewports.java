package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/** Opens the coordinate systems that nested svg, symbol and marker elements bring along. */
final class Viewports {

    private final Drawing drawing;

    Viewports(Drawing drawing) {
        this.drawing = drawing;
    }

    /** Where the content is drawn, and what cuts it off, if anything does. */
    record Opened(Place place, DrawnShape.@Nullable Clip clip) {}

    /**
     * For a nested svg, or a symbol or svg that is used.
     *
     * @param place already has the element's style
     * @param lengths of what surrounds it
     * @param width what the use says, null when it says nothing
     * @param height the same
     * @return null when it has no size and so draws nothing
     */
    @Nullable
    Opened open(SvgElement element, Place place, Lengths lengths, @Nullable String width, @Nullable String height) {
        Style style = place.style();
        double w = size(width, style.get(Property.WIDTH), lengths, Lengths.Of.WIDTH);
        double h = size(height, style.get(Property.HEIGHT), lengths, Lengths.Of.HEIGHT);
        if (!(w > 0 && h > 0)) {
            return null;
        }
        double x = lengths.length(style.get(Property.X), Lengths.Of.WIDTH, 0);
        double y = lengths.length(style.get(Property.Y), Lengths.Of.HEIGHT, 0);
        Matrix outer = place.toPage().times(Matrix.translation(x, y));
        return fitted(element, place, outer, w, h);
    }

    private static double size(@Nullable String fromUse, String own, Lengths lengths, Lengths.Of of) {
        double whole = of == Lengths.Of.WIDTH ? lengths.width() : lengths.height();
        if (fromUse != null && !fromUse.equals("auto")) {
            return lengths.length(fromUse, of, whole);
        }
        return lengths.length(own, of, whole);
    }

    /** A viewport of the size at the origin of {@code outer}, with the element's viewBox fitted into it. */
    @Nullable
    Opened fitted(SvgElement element, Place place, Matrix outer, double width, double height) {
        ViewBox viewBox = ViewBox.read(element.attribute("viewBox"));
        Matrix inner = outer;
        double innerWidth = width;
        double innerHeight = height;
        if (viewBox != null) {
            if (!viewBox.isDrawable()) {
                return null;
            }
            inner = outer.times(viewBox.into(width, height, element.attribute("preserveAspectRatio")));
            innerWidth = viewBox.width();
            innerHeight = viewBox.height();
        }
        if (!inner.isFinite() || inner.isSingular()) {
            return null;
        }
        boolean open =
                place.style().is(Property.OVERFLOW, "visible") || place.style().is(Property.OVERFLOW, "auto");
        DrawnShape.Clip clip = open
                ? null
                : new DrawnShape.Clip(
                        Outline.rectangle(Box.ofSize(0, 0, width, height)).transformed(outer), FillRule.NONZERO);
        drawing.deadline().tick();
        return new Opened(place.at(inner).viewport(innerWidth, innerHeight), clip);
    }
}
