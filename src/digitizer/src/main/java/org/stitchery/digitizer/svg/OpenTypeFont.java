package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;

/**
 * A font's letters with TrueType or PostScript outlines, read when they are asked for. Confined to one thread.
 *
 * <p>Source: the OpenType specification, tables head, hhea, hmtx and maxp.
 */
final class OpenTypeFont {

    /** Of one letter. */
    static final int MOST_POINTS = 10_000;

    /** Of all letters of one drawing in this font; a thousand ordinary ones have a tenth of it. */
    private static final int MOST_POINTS_OF_ALL = 500_000;

    /**
     * One letter.
     *
     * @param outline y upwards, in em
     * @param advance to the next letter, in em
     */
    record Glyph(Outline outline, double advance) {}

    private final GlyphSource outlines;
    private final FontBytes hmtx;
    private final CharacterMap characters;
    private final int glyphs;
    private final int metrics;
    private final double unit;
    private final double ascent;
    private final double descent;
    private final Kerning kerning;
    private final Substitutions substitutions;
    private final Map<Integer, Glyph> read = new HashMap<>();
    private int points;

    private OpenTypeFont(FontTables tables) {
        FontBytes head = tables.table("head");
        FontBytes hhea = tables.table("hhea");
        hmtx = tables.table("hmtx");
        int perEm = head.u16(18);
        if (perEm < 16) {
            throw new FontException("its letters have no size");
        }
        unit = 1.0 / perEm;
        glyphs = tables.table("maxp").u16(4);
        metrics = hhea.u16(34);
        ascent = hhea.s16(4) * unit;
        descent = -hhea.s16(6) * unit;
        if (metrics == 0) {
            throw new FontException("its letters have no width");
        }
        characters = new CharacterMap(tables.table("cmap"));
        outlines = tables.has("CFF ") ? new CffGlyphs(tables.table("CFF ")) : new TrueTypeGlyphs(tables, glyphs);
        kerning = Kerning.of(tables);
        substitutions = Substitutions.of(tables);
    }

    /** @throws FontException when it cannot be read */
    static OpenTypeFont read(byte[] file) {
        return read(file, Unpacking.UNWATCHED);
    }

    /**
     * @param watch asked while it is unpacked; may end it by an exception
     * @throws FontException when it cannot be read
     */
    static OpenTypeFont read(byte[] file, Unpacking watch) {
        return new OpenTypeFont(FontTables.read(file, watch));
    }

    /** Height above the base line that lines of text need, in em. */
    double ascent() {
        return ascent;
    }

    /** Depth below it, in em. */
    double descent() {
        return descent;
    }

    /** True when the font has a letter for the character. */
    boolean has(int codePoint) {
        return index(codePoint) != 0;
    }

    /** The glyph of a character, 0 for none. */
    int index(int codePoint) {
        int index = characters.index(codePoint);
        return index > 0 && index < glyphs ? index : 0;
    }

    /** The letter for a character; the font's own sign for what it lacks, which is most often a box. */
    Glyph glyph(int codePoint) {
        return glyphAt(index(codePoint));
    }

    /**
     * A glyph by its number.
     *
     * @throws FontException when its outline is damaged
     */
    Glyph glyphAt(int index) {
        Glyph known = read.get(index);
        if (known != null) {
            return known;
        }
        Outline.Builder out = new Outline.Builder();
        outlines.draw(index, Matrix.scaling(unit, unit), out);
        points += out.segments();
        if (points > MOST_POINTS_OF_ALL) {
            throw new FontException("its letters have too many points");
        }
        Glyph glyph = new Glyph(out.build(), hmtx.u16(4 * Math.min(index, metrics - 1)) * unit);
        read.put(index, glyph);
        return glyph;
    }

    /** How glyphs move when they stand beside each other, in the font's units. */
    Kerning kerning() {
        return kerning;
    }

    /** Which glyphs take the place of others. */
    Substitutions substitutions() {
        return substitutions;
    }

    /** Size of the font's unit, in em. */
    double unit() {
        return unit;
    }
}
