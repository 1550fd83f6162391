package org.stitchery.digitizer.lettering;

import java.util.Locale;
import org.stitchery.digitizer.fabric.ThreadWeight;

/**
 * Words that are sewn beside a drawing: what, in which face, how high, on which side, in which colour.
 *
 * @param words up to {@value #LONGEST} characters on up to {@value #MOST_LINES} lines; three initials for a monogram
 * @param kind how they are set
 * @param face name of a {@link Typeface}
 * @param heightMm height of a capital, of a monogram the height of the whole, {@value #LOWEST_MM} to
 *     {@value #HIGHEST_MM}
 * @param line what they stand on; a monogram stands straight
 * @param place on which side of the drawing
 * @param rgb wanted colour, 0xRRGGBB; the nearest thread takes it
 */
public record Inscription(String words, Kind kind, String face, double heightMm, Line line, Place place, int rgb) {

    /** More is a page, and nobody embroiders a page. */
    public static final int LONGEST = 120;

    public static final int MOST_LINES = 4;

    /** Lower than any face can be sewn. */
    public static final double LOWEST_MM = 2;

    public static final double HIGHEST_MM = 120;

    private static final double LEAST_GAP_MM = 2.5;

    private static final double GAP_HEIGHTS = 0.3;

    /** Thread pulls: sewn letters come out a little larger than drawn. */
    private static final double GROWTH_MM = 1;

    /** How words are set. */
    public enum Kind {
        TEXT,
        MONOGRAM,
        MONOGRAM_CIRCLE,
        MONOGRAM_DIAMOND;

        /** True for three initials. */
        public boolean isMonogram() {
            return this != TEXT;
        }
    }

    /** What words stand on. */
    public enum Line {
        STRAIGHT,
        /** A circle around the drawing. */
        ARCHED
    }

    /** Where words stand, seen from the drawing. */
    public enum Place {
        BELOW,
        ABOVE
    }

    /** @throws IllegalArgumentException with a sentence for people, when something is out of range or unknown */
    public Inscription {
        words = cleaned(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Write the words to be sewn.");
        }
        if (words.codePointCount(0, words.length()) > LONGEST || words.lines().count() > MOST_LINES) {
            throw new IllegalArgumentException(
                    "Words can have up to " + LONGEST + " characters on up to " + MOST_LINES + " lines.");
        }
        if (Typeface.named(face).isEmpty()) {
            throw new IllegalArgumentException("Choose one of the typefaces on the list.");
        }
        if (!(heightMm >= LOWEST_MM && heightMm <= HIGHEST_MM)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Letters can be from %.0f to %.0f mm high.", LOWEST_MM, HIGHEST_MM));
        }
        if (kind.isMonogram() && initials(words) != 3) {
            throw new IllegalArgumentException("A monogram has three letters: write three initials.");
        }
    }

    /** Without what no face writes and no page should show: control and format characters, halves of characters. */
    private static String cleaned(String words) {
        StringBuilder clean = new StringBuilder();
        words.replace("\r\n", "\n").codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (c == '\n' || !(type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE)) {
                clean.appendCodePoint(c);
            } else if (c == '\t') {
                clean.append(' ');
            }
        });
        return clean.toString().strip();
    }

    private static long initials(String words) {
        return words.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '.')
                .count();
    }

    /** The same with letters of another height. */
    public Inscription withHeight(double mm) {
        return new Inscription(words, kind, face, mm, line, place, rgb);
    }

    /** The same with other words. */
    public Inscription withWords(String other) {
        return new Inscription(other, kind, face, heightMm, line, place, rgb);
    }

    /** The smallest height at which face, words and 40 weight thread go together, rounded up to tenths. */
    public double smallestMm() {
        if (kind.isMonogram()) {
            double letters = typeface().smallestMm("A", ThreadWeight.W40)
                    / monogram().set().letterMm();
            return Math.ceil(heightMm * letters * 10) / 10;
        }
        return text().smallestMm();
    }

    /** Width and height of a field, mm. */
    public record Room(double widthMm, double heightMm) {}

    /**
     * About what field takes a drawing of that size and these words beside it at their full height.
     *
     * @param drawingWidthMm its width
     * @param drawingHeightMm its height
     */
    public Room beside(double drawingWidthMm, double drawingHeightMm) {
        Lettered set = kind.isMonogram() ? monogram().set() : text().set();
        double gap = gap(heightMm);
        if (kind.isMonogram() || line == Line.STRAIGHT) {
            return new Room(
                    Math.max(drawingWidthMm, set.widthMm()) + GROWTH_MM,
                    drawingHeightMm + gap + set.heightMm() + GROWTH_MM);
        }
        double radius = StrictMath.hypot(drawingWidthMm, drawingHeightMm) / 2 + gap + heightMm;
        double half = Math.min(StrictMath.PI / 2, set.lengthMm() / radius / 2);
        return new Room(
                Math.max(drawingWidthMm, 2 * radius * StrictMath.sin(half)) + GROWTH_MM,
                drawingHeightMm / 2 + radius + GROWTH_MM);
    }

    /** Room between a drawing and letters of a height. */
    static double gap(double letterMm) {
        return Math.max(LEAST_GAP_MM, GAP_HEIGHTS * letterMm);
    }

    Typeface typeface() {
        return Typeface.named(face).orElseThrow();
    }

    /** The words on a straight line, as wide as they are. */
    Lettering text() {
        return Lettering.of(words).in(typeface()).height(heightMm);
    }

    Monogram monogram() {
        Monogram.Frame frame = switch (kind) {
            case TEXT, MONOGRAM -> Monogram.Frame.NONE;
            case MONOGRAM_CIRCLE -> Monogram.Frame.CIRCLE;
            case MONOGRAM_DIAMOND -> Monogram.Frame.DIAMOND;
        };
        return Monogram.of(words, typeface(), frame, heightMm, ThreadWeight.W40);
    }
}
