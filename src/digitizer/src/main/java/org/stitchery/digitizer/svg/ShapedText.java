package org.stitchery.digitizer.svg;

import java.text.Bidi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A piece of text as its fonts write it: which glyph stands for each letter, in which order they stand from left to right,
 * and how far neighbours move towards each other.
 *
 * <p>Right-to-left text is ordered by the Unicode bidirectional algorithm. Arabic letters take the forms that join, from
 * the font's features or, in old fonts, from characters made for that. Ligatures are set where letters are not spaced.
 */
final class ShapedText {

    /** Glyph of a letter that became part of the one before. */
    static final int ABSORBED = -1;

    /** Signs that look the other way in text from right to left, each before its twin. */
    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";

    private final List<Letter> letters;
    private final FontBook.Found[] fonts;
    private final String[] scripts;
    private final byte[] levels;
    private final int[] glyphs;
    private final double[] places;
    private final double[] widths;
    private boolean unjoined;
    private boolean marked;

    private ShapedText(List<Letter> letters, Function<Letter, FontBook.Found> font) {
        this.letters = letters;
        int n = letters.size();
        fonts = new FontBook.Found[n];
        for (int i = 0; i < n; i++) {
            fonts[i] = font.apply(letters.get(i));
        }
        scripts = scripts(letters);
        levels = levels(letters);
        glyphs = new int[n];
        places = new double[n];
        widths = new double[n];
    }

    /**
     * @param font in which a letter is set
     * @throws FontException when a font is damaged
     */
    static ShapedText of(List<Letter> letters, Function<Letter, FontBook.Found> font) {
        ShapedText text = new ShapedText(letters, font);
        text.choose();
        text.join();
        text.tie();
        text.kern();
        return text;
    }

    /** Numbers of the letters from left to right. */
    int[] order() {
        int n = letters.size();
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        int highest = 0;
        for (byte level : levels) {
            highest = Math.max(highest, level);
        }
        // Rule L2: from the deepest level up, whatever lies at it or deeper is turned round.
        for (int level = highest; level > 0; level--) {
            for (int i = 0; i < n; i++) {
                int from = i;
                while (i < n && levels[order[i]] >= level) {
                    i++;
                }
                for (int a = from, b = i - 1; a < b; a++, b--) {
                    int swap = order[a];
                    order[a] = order[b];
                    order[b] = swap;
                }
            }
        }
        return order;
    }

    /** The glyph of a letter, 0 where its font has none, {@link #ABSORBED} where another one stands for it. */
    int glyph(int i) {
        return glyphs[i];
    }

    /** How far a letter moves to the right, in em. */
    double place(int i) {
        return places[i];
    }

    /** By how much its room grows, in em. */
    double width(int i) {
        return widths[i];
    }

    /** True when letters that belong together do not join, since the font cannot. */
    boolean isUnjoined() {
        return unjoined;
    }

    /** True when marks stand upon letters, where the font puts them and not where its rules would. */
    boolean isMarked() {
        return marked;
    }

    private static String[] scripts(List<Letter> letters) {
        String[] scripts = new String[letters.size()];
        String now = "latn";
        for (int i = 0; i < scripts.length; i++) {
            now = switch (Character.UnicodeScript.of(letters.get(i).codePoint)) {
                case LATIN -> "latn";
                case GREEK -> "grek";
                case CYRILLIC -> "cyrl";
                case HEBREW -> "hebr";
                case ARABIC -> "arab";
                case COMMON, INHERITED -> now;
                default -> "DFLT";
            };
            scripts[i] = now;
        }
        return scripts;
    }

    /** Even for text from left to right, odd for text from right to left, larger where one lies within the other. */
    private static byte[] levels(List<Letter> letters) {
        StringBuilder text = new StringBuilder(letters.size());
        letters.forEach(letter -> text.appendCodePoint(letter.codePoint));
        char[] chars = text.toString().toCharArray();
        byte[] levels = new byte[letters.size()];
        boolean fromRight = isFromRight(letters.get(0));
        if (fromRight || Bidi.requiresBidi(chars, 0, chars.length)) {
            Bidi bidi =
                    new Bidi(text.toString(), fromRight ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
            int at = 0;
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) bidi.getLevelAt(at);
                at += Character.charCount(letters.get(i).codePoint);
            }
        }
        return levels;
    }

    /** True when a text runs from right to left as a whole. */
    static boolean isFromRight(Letter letter) {
        return letter.place
                .style()
                .get(Property.DIRECTION)
                .toLowerCase(Locale.ROOT)
                .equals("rtl");
    }

    private void choose() {
        for (int i = 0; i < glyphs.length; i++) {
            int c = letters.get(i).codePoint;
            int mirrored = levels[i] % 2 == 1 ? MIRRORED.indexOf(c) : -1;
            glyphs[i] = fonts[i].font().index(mirrored < 0 ? c : MIRRORED.charAt(mirrored ^ 1));
            marked |= glyphs[i] != 0 && Character.getType(c) == Character.NON_SPACING_MARK;
        }
    }

    private void join() {
        int[] characters = new int[glyphs.length];
        boolean[] apart = new boolean[glyphs.length];
        boolean concerned = false;
        for (int i = 0; i < characters.length; i++) {
            characters[i] = letters.get(i).codePoint;
            apart[i] = letters.get(i).apart || i > 0 && fonts[i] != fonts[i - 1];
            concerned |= Joining.concerns(characters[i]);
        }
        if (!concerned) {
            return;
        }
        Joining.Form[] forms = Joining.forms(characters, apart);
        for (int i = 0; i < characters.length; i++) {
            if (glyphs[i] != 0 && Joining.concerns(characters[i])) {
                join(i, forms[i]);
            }
        }
    }

    private void join(int i, Joining.Form form) {
        OpenTypeFont font = fonts[i].font();
        int formed = font.substitutions().single(scripts[i], form.tag(), glyphs[i]);
        if (formed == glyphs[i]) {
            int character = Joining.character(letters.get(i).codePoint, form);
            int old = font.index(character);
            if (old != 0) {
                formed = old;
            }
            unjoined |= form != Joining.Form.ALONE
                    && formed == glyphs[i]
                    && !font.substitutions().has(scripts[i], form.tag());
        }
        glyphs[i] = formed;
    }

    private void tie() {
        for (int i = 0; i < glyphs.length; i++) {
            int end = i + 1;
            while (end < glyphs.length && isTied(end)) {
                end++;
            }
            for (int at = i; at < end; at++) {
                Substitutions.Ligature tied = fonts[at].font().substitutions().ligature(scripts[at], glyphs, at, end);
                if (tied != null) {
                    glyphs[at] = tied.glyph();
                    Arrays.fill(glyphs, at + 1, at + tied.length(), ABSORBED);
                    at += tied.length() - 1;
                }
            }
            i = end - 1;
        }
    }

    /** True when a letter may become part of the one before. */
    private boolean isTied(int i) {
        Letter letter = letters.get(i);
        Style style = letter.place.style();
        return fonts[i] == fonts[i - 1]
                && letter.place == letters.get(i - 1).place
                && scripts[i].equals(scripts[i - 1])
                && levels[i] == levels[i - 1]
                && !letter.apart
                && !letter.isMoved()
                && !letter.isSpace()
                && letter.place.lengths().length(style.get(Property.LETTER_SPACING), Lengths.Of.WIDTH, 0) == 0;
    }

    private void kern() {
        int before = -1;
        for (int i = 0; i < glyphs.length; i++) {
            if (glyphs[i] == ABSORBED) {
                continue;
            }
            if (before >= 0 && isKerned(before, i)) {
                OpenTypeFont font = fonts[i].font();
                Kerning.Pair pair = font.kerning().pair(scripts[i], glyphs[before], glyphs[i]);
                places[before] += pair.firstPlace() * font.unit();
                widths[before] += pair.firstWidth() * font.unit();
                places[i] += pair.secondPlace() * font.unit();
                widths[i] += pair.secondWidth() * font.unit();
            }
            before = i;
        }
    }

    private boolean isKerned(int before, int i) {
        return glyphs[before] > 0
                && glyphs[i] > 0
                && fonts[i] == fonts[before]
                && scripts[i].equals(scripts[before])
                && levels[i] == levels[before]
                && !letters.get(i).place.style().is(Property.FONT_KERNING, "none");
    }
}
