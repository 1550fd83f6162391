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
    /** True when the file keeps it from joining the letter before. */
    boolean apart;

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

    /** True when the file moves or turns it by itself. */
    boolean isMoved() {
        return !(Double.isNaN(x) && Double.isNaN(y) && Double.isNaN(dx) && Double.isNaN(dy) && Double.isNaN(degrees));
    }

    boolean isSpace() {
        return codePoint == ' ';
    }
}
