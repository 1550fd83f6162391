package org.stitchery.digitizer.svg;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns length texts into user units, with what percentages and relative units refer to.
 *
 * @param width of the nearest viewport in user units
 * @param height of the nearest viewport in user units
 * @param fontSize in user units
 */
record Lengths(double width, double height, double fontSize) {

    /** CSS: 96 pixels to the inch, one user unit to the pixel. */
    static final double MM_PER_PX = 25.4 / 96;

    /** What browsers call medium. */
    static final double MEDIUM_FONT = 16;

    /** What a percentage is of. */
    enum Of {
        WIDTH,
        HEIGHT,
        /** The viewport's diagonal over the square root of two. */
        DIAGONAL
    }

    /**
     * The length in user units; {@code otherwise} for a missing one and for one that cannot be read.
     *
     * @throws IntakeException for a number that is none or has no place in a double
     */
    double length(@Nullable String text, Of of, double otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        NumberScanner in = new NumberScanner(text.strip());
        if (!in.number()) {
            return otherwise;
        }
        double number = in.value();
        String unit = in.unit();
        if (unit.equals("%")) {
            return number / 100 * reference(of);
        }
        double factor = factor(unit);
        in.skipSpace();
        return Double.isNaN(factor) || !in.atEnd() ? otherwise : number * factor;
    }

    private double reference(Of of) {
        return switch (of) {
            case WIDTH -> width;
            case HEIGHT -> height;
            case DIAGONAL -> Math.sqrt((width * width + height * height) / 2);
        };
    }

    /** User units of one unit; NaN for an unknown one. */
    private double factor(String unit) {
        return switch (unit) {
            case "em" -> fontSize;
            // Without the font, half an em, as CSS suggests.
            case "ex", "ch" -> fontSize / 2;
            case "rem" -> MEDIUM_FONT;
            default -> absolute(unit);
        };
    }

    private static double absolute(String unit) {
        return switch (unit) {
            case "", "px" -> 1;
            case "mm" -> 96 / 25.4;
            case "cm" -> 960 / 25.4;
            case "q" -> 24 / 25.4;
            case "in" -> 96;
            case "pt" -> 96 / 72.0;
            case "pc" -> 16;
            default -> Double.NaN;
        };
    }

    /** The size of a page in pixels; NaN when the text does not give one, as with percentages. */
    static double pageSize(String text) {
        if (text.indexOf('%') >= 0) {
            return Double.NaN;
        }
        double size = new Lengths(0, 0, MEDIUM_FONT).length(text, Of.WIDTH, Double.NaN);
        return size > 0 ? size : Double.NaN;
    }

    /** A font size in user units. */
    static double fontSize(String text, double parent) {
        double size = switch (text.toLowerCase(Locale.ROOT)) {
            case "xx-small" -> 9;
            case "x-small" -> 10;
            case "small" -> 13;
            case "medium" -> MEDIUM_FONT;
            case "large" -> 18;
            case "x-large" -> 24;
            case "xx-large" -> 32;
            case "smaller" -> parent / 1.2;
            case "larger" -> parent * 1.2;
            default -> new Lengths(parent, parent, parent).length(text, Of.WIDTH, parent);
        };
        return size >= 0 ? size : parent;
    }
}
