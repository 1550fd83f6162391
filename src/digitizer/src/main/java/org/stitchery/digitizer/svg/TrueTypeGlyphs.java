package org.stitchery.digitizer.svg;

/**
 * Outlines of TrueType glyphs; their instructions are left alone.
 *
 * <p>Source: the OpenType specification, tables loca and glyf.
 */
final class TrueTypeGlyphs implements GlyphSource {

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 64;

    private static final int WORDS = 0x0001;
    private static final int OFFSETS = 0x0002;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int FOUR_SCALES = 0x0080;

    private final FontBytes glyf;
    private final FontBytes loca;
    private final boolean longOffsets;
    private final int glyphs;
    /** Of the letter being read, parts of parts included. */
    private int parts;

    /** @param glyphs how many the font has */
    TrueTypeGlyphs(FontTables tables, int glyphs) {
        this.glyphs = glyphs;
        glyf = tables.table("glyf");
        loca = tables.table("loca");
        longOffsets = tables.table("head").s16(50) != 0;
    }

    @Override
    public void draw(int index, Matrix m, Outline.Builder out) {
        parts = 0;
        outline(index, m, out, 0);
    }

    private void outline(int index, Matrix m, Outline.Builder out, int depth) {
        long from = longOffsets ? loca.u32(4 * index) : 2L * loca.u16(2 * index);
        long to = longOffsets ? loca.u32(4 * index + 4) : 2L * loca.u16(2 * index + 2);
        if (to <= from) {
            return;
        }
        FontBytes glyph = glyf.part(from, to - from);
        int contours = glyph.s16(0);
        if (contours >= 0) {
            new GlyphContours(glyph, contours, OpenTypeFont.MOST_POINTS).draw(m, out);
        } else {
            composite(glyph, m, out, depth);
        }
        if (out.segments() > OpenTypeFont.MOST_POINTS) {
            throw new FontException("a letter has too many points");
        }
    }

    private void composite(FontBytes glyph, Matrix m, Outline.Builder out, int depth) {
        if (depth >= DEEPEST) {
            throw new FontException("its letters are made of each other");
        }
        int at = 10;
        int flags = MORE;
        while ((flags & MORE) != 0) {
            if (++parts > MOST_PARTS) {
                throw new FontException("a letter has too many parts");
            }
            flags = glyph.u16(at);
            int index = glyph.u16(at + 2);
            at += 4;
            boolean words = (flags & WORDS) != 0;
            double dx = words ? glyph.s16(at) : (byte) glyph.u8(at);
            double dy = words ? glyph.s16(at + 2) : (byte) glyph.u8(at + 1);
            at += words ? 4 : 2;
            if ((flags & OFFSETS) == 0) {
                // Points that shall meet, instead of an offset: no tool writes that any more.
                dx = 0;
                dy = 0;
            }
            double a = 1;
            double b = 0;
            double c = 0;
            double d = 1;
            if ((flags & SCALE) != 0) {
                a = fraction(glyph, at);
                d = a;
                at += 2;
            } else if ((flags & TWO_SCALES) != 0) {
                a = fraction(glyph, at);
                d = fraction(glyph, at + 2);
                at += 4;
            } else if ((flags & FOUR_SCALES) != 0) {
                a = fraction(glyph, at);
                b = fraction(glyph, at + 2);
                c = fraction(glyph, at + 4);
                d = fraction(glyph, at + 6);
                at += 8;
            }
            if (index >= glyphs) {
                throw new FontException("a letter is made of parts that are not there");
            }
            outline(index, m.times(new Matrix(a, b, c, d, dx, dy)), out, depth + 1);
        }
    }

    /** Two bits before the point and fourteen behind it. */
    private static double fraction(FontBytes glyph, int at) {
        return glyph.s16(at) / 16384.0;
    }
}
