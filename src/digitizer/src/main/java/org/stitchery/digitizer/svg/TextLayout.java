package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets the letters of one text: one after another, where the file places them, along lines, and about the anchor of each
 * piece that has a place of its own. Which glyphs they are is {@link ShapedText}'s answer.
 *
 * <p>Source: SVG 1.1 chapter 10, without vertical text.
 */
final class TextLayout {

    /** How far slanted letters lean: the tangent of twelve degrees, as most italics. */
    private static final double SLANT = 0.21;

    /** Half the height of small letters, in em. */
    private static final double HALF_X_HEIGHT = 0.26;

    /** A letter with the matrix that takes its outline from em to the text's coordinates. */
    record Placed(Letter letter, OpenTypeFont.Glyph glyph, Matrix toText) {}

    private final FontBook fonts;
    private final Map<Style, FontBook.Found> found = new IdentityHashMap<>();
    private final Set<String> missing = new TreeSet<>();
    private final List<Placed> placed = new ArrayList<>();
    private boolean offPath;
    private boolean unjoined;
    private boolean marked;
    private double x;
    private double y;

    TextLayout(FontBook fonts) {
        this.fonts = fonts;
    }

    /** Letters that the font lacks, each as text; they are left out. */
    Set<String> missing() {
        return missing;
    }

    /** True when letters fell off the end of their line; they are left out. */
    boolean ranOffPath() {
        return offPath;
    }

    /** True when letters that belong together do not join, since their font cannot. */
    boolean isUnjoined() {
        return unjoined;
    }

    /** True when marks stand upon letters where the font puts them, not where its rules would. */
    boolean isMarked() {
        return marked;
    }

    /** The fonts that were taken. */
    Iterable<FontBook.Found> fonts() {
        return found.values();
    }

    /**
     * @param length to which the file stretches the text; NaN for none
     * @param glyphsToo true when letters are stretched, false when they only move apart
     */
    List<Placed> set(List<Letter> letters, double length, boolean glyphsToo) {
        int from = 0;
        for (int i = 1; i <= letters.size(); i++) {
            if (i == letters.size() || begins(letters.get(i), letters.get(i - 1))) {
                piece(letters.subList(from, i), from == 0 && i == letters.size() ? length : Double.NaN, glyphsToo);
                from = i;
            }
        }
        return placed;
    }

    private static boolean begins(Letter letter, Letter before) {
        return !Double.isNaN(letter.x) || !Double.isNaN(letter.y) || letter.path != before.path;
    }

    private void piece(List<Letter> letters, double length, boolean glyphsToo) {
        Letter first = letters.get(0);
        TextPath path = first.path;
        if (path != null) {
            x = path.start();
            y = 0;
        } else {
            x = Double.isNaN(first.x) ? x : first.x;
            y = Double.isNaN(first.y) ? y : first.y;
        }
        ShapedText shaped = ShapedText.of(letters, this::font);
        unjoined |= shaped.isUnjoined();
        marked |= shaped.isMarked();
        int[] order = shaped.order();
        double start = x;
        double end = x;
        int gaps = -1;
        int[] ranks = new int[letters.size()];
        double[] xs = new double[letters.size()];
        double[] ys = new double[letters.size()];
        for (int i : order) {
            Letter letter = letters.get(i);
            x += Double.isNaN(letter.dx) ? 0 : letter.dx;
            y += Double.isNaN(letter.dy) ? 0 : letter.dy;
            double size = letter.place.style().fontSize();
            xs[i] = x + shaped.place(i) * size;
            ys[i] = y;
            if (shaped.glyph(i) != ShapedText.ABSORBED) {
                x += advance(letter, shaped.glyph(i)) + shaped.width(i) * size;
                end = letter.isSpace() ? end : x;
                x += spacing(letter);
                ranks[i] = ++gaps;
            }
        }
        boolean stretched = end > start && length > 0;
        double wider = stretched && glyphsToo ? length / (end - start) : 1;
        double apart = stretched && !glyphsToo && gaps > 0 ? (length - (end - start)) / gaps : 0;
        double shift = anchored(first, (end - start) * wider + apart * gaps);
        for (int i = 0; i < xs.length; i++) {
            if (shaped.glyph(i) != ShapedText.ABSORBED) {
                double at = start + (xs[i] - start) * wider + apart * ranks[i];
                place(letters.get(i), shaped.glyph(i), at + shift, ys[i], wider);
            }
        }
        x = start + (x - start) * wider + shift + apart * Math.max(0, gaps);
        if (path != null) {
            Matrix on = path.at(Math.max(0, x));
            x = on.e();
            y = on.f();
        }
    }

    /** Start and end of text from right to left are its right and its left. */
    private static double anchored(Letter letter, double width) {
        boolean fromRight = ShapedText.isFromRight(letter);
        return switch (letter.place.style().get(Property.TEXT_ANCHOR).toLowerCase(Locale.ROOT)) {
            case "middle" -> -width / 2;
            case "end" -> fromRight ? 0 : -width;
            default -> fromRight ? -width : 0;
        };
    }

    private FontBook.Found font(Letter letter) {
        return found.computeIfAbsent(letter.place.style(), fonts::find);
    }

    private double advance(Letter letter, int glyph) {
        OpenTypeFont font = font(letter).font();
        return font.glyphAt(glyph != 0 ? glyph : font.index(' ')).advance()
                * letter.place.style().fontSize();
    }

    private static double spacing(Letter letter) {
        Style style = letter.place.style();
        Lengths lengths = letter.place.lengths();
        double between = lengths.length(style.get(Property.LETTER_SPACING), Lengths.Of.WIDTH, 0);
        return letter.isSpace()
                ? between + lengths.length(style.get(Property.WORD_SPACING), Lengths.Of.WIDTH, 0)
                : between;
    }

    private void place(Letter letter, int index, double atX, double atY, double wider) {
        FontBook.Found font = font(letter);
        if (index == 0) {
            if (!Character.isWhitespace(letter.codePoint) && !Character.isSpaceChar(letter.codePoint)) {
                missing.add(Character.toString(letter.codePoint));
            }
            return;
        }
        OpenTypeFont.Glyph glyph = font.font().glyphAt(index);
        if (glyph.outline().isEmpty() || !letter.place.style().is(Property.VISIBILITY, "visible")) {
            return;
        }
        double size = letter.place.style().fontSize();
        double lean = font.slanted() ? SLANT * size : 0;
        Matrix upright = new Matrix(size * wider, 0, lean * wider, -size, 0, baseline(letter, font.font()));
        double degrees = Double.isNaN(letter.degrees) ? 0 : letter.degrees;
        Matrix turned = Matrix.rotation(degrees).times(upright);
        Matrix where = Matrix.translation(atX, atY);
        if (letter.path != null) {
            double middle = glyph.advance() * size * wider / 2;
            if (!letter.path.reaches(atX + middle)) {
                offPath = true;
                return;
            }
            where = letter.path.at(atX + middle).times(Matrix.translation(-middle, atY));
        }
        placed.add(new Placed(letter, glyph, where.times(turned)));
    }

    /** How far below its line a letter is set. */
    private static double baseline(Letter letter, OpenTypeFont font) {
        Style style = letter.place.style();
        double size = style.fontSize();
        double down = switch (style.get(Property.DOMINANT_BASELINE).toLowerCase(Locale.ROOT)) {
            case "middle" -> HALF_X_HEIGHT * size;
            case "central" -> (font.ascent() - font.descent()) / 2 * size;
            case "hanging" -> 0.8 * font.ascent() * size;
            case "text-before-edge", "text-top" -> font.ascent() * size;
            case "text-after-edge", "text-bottom", "ideographic" -> -font.descent() * size;
            default -> 0;
        };
        String shift = style.get(Property.BASELINE_SHIFT).toLowerCase(Locale.ROOT);
        return down
                + switch (shift) {
                    case "baseline" -> 0;
                    case "sub" -> 0.2 * size;
                    case "super" -> -0.4 * size;
                    default -> -new Lengths(size, size, size).length(shift, Lengths.Of.HEIGHT, 0);
                };
    }
}
