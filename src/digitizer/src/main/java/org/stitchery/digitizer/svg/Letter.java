package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/**
 * One character of a text with what the file says about its place; NaN where it says nothing. Filled while the text is
 * read.
 */
final class Letter {

    final int codePoint;
    final SvgElement owner;
    final Place place;
    final @Nullable TextPath path;
    double x = Double.NaN;
    double y = Double.NaN;
    double dx = Double.NaN;
    double dy = Double.NaN;
    double degrees = Double.NaN;

    /**
     * @param owner the element in which it stands
     * @param place of that element, for style and opacity
     * @param path on which it stands, null for a straight line
     */
    Letter(int codePoint, SvgElement owner, Place place, @Nullable TextPath path) {
        this.codePoint = codePoint;
        this.owner = owner;
        this.place = place;
        this.path = path;
    }

    boolean isSpace() {
        return codePoint == ' ';
    }
}
