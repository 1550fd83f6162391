package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/**
 * Outlines in the Compact Font Format, as fonts of the PostScript kind have them.
 *
 * <p>Source: Adobe technical note 5176; the glyphs themselves are programs, see {@link CharString}.
 */
final class CffGlyphs implements GlyphSource {

    private static final int CHAR_STRINGS = 17;
    private static final int PRIVATE = 18;
    private static final int SUBROUTINES = 19;
    private static final int CHAR_STRING_TYPE = 1206;
    private static final int FONT_DICTS = 1236;
    private static final int FONT_SELECT = 1237;

    private static final int MOST_FONT_DICTS = 256;

    private final CffIndex charStrings;
    private final CffIndex global;
    /** One for the whole font, or one for each of its parts. */
    private final @Nullable CffIndex[] local;

    private final @Nullable FontBytes select;
    private final CharString.Allowance allowance = new CharString.Allowance();

    /** @throws FontException when it cannot be read */
    CffGlyphs(FontBytes cff) {
        if (cff.u8(0) != 1) {
            throw new FontException("it is of a PostScript kind that is not read");
        }
        CffIndex names = new CffIndex(cff, cff.u8(2));
        CffIndex dicts = new CffIndex(cff, names.end());
        CffIndex strings = new CffIndex(cff, dicts.end());
        global = new CffIndex(cff, strings.end());
        CffDict top = new CffDict(dicts.at(0));
        if (top.number(CHAR_STRING_TYPE, 0, 2) != 2) {
            throw new FontException("its letters are written in an old way");
        }
        charStrings = new CffIndex(cff, within(cff, top.number(CHAR_STRINGS, 0, 0)));
        if (top.has(FONT_SELECT)) {
            CffIndex parts = new CffIndex(cff, within(cff, top.number(FONT_DICTS, 0, 0)));
            local = new CffIndex[Math.min(MOST_FONT_DICTS, parts.count())];
            for (int i = 0; i < local.length; i++) {
                local[i] = subroutines(cff, new CffDict(parts.at(i)));
            }
            select = cff.from(within(cff, top.number(FONT_SELECT, 0, 0)));
        } else {
            local = new CffIndex[] {subroutines(cff, top)};
            select = null;
        }
    }

    private static int within(FontBytes cff, int offset) {
        if (offset <= 0 || offset >= cff.length()) {
            throw new FontException("one of its lists is missing");
        }
        return offset;
    }

    private static @Nullable CffIndex subroutines(FontBytes cff, CffDict dict) {
        if (!dict.has(PRIVATE)) {
            return null;
        }
        int at = dict.number(PRIVATE, 1, 0);
        CffDict own = new CffDict(cff.part(at, dict.number(PRIVATE, 0, 0)));
        int offset = own.number(SUBROUTINES, 0, 0);
        return offset == 0 ? null : new CffIndex(cff, within(cff, at + offset));
    }

    @Override
    public void draw(int index, Matrix m, Outline.Builder out) {
        if (index < charStrings.count()) {
            int part = part(index);
            new CharString(global, part < local.length ? local[part] : null, m, out, allowance)
                    .draw(charStrings.at(index));
        }
    }

    /** Which part of the font a glyph belongs to. */
    private int part(int index) {
        FontBytes table = select;
        if (table == null) {
            return 0;
        }
        if (table.u8(0) == 0) {
            return table.u8(1 + index);
        }
        if (table.u8(0) != 3) {
            throw new FontException("its letters are sorted in a way that is not read");
        }
        int low = 0;
        int high = table.u16(1) - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (table.u16(3 + 3 * middle) <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return table.u8(5 + 3 * low);
    }
}
