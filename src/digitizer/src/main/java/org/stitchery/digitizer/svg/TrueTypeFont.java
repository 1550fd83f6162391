package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;

/**
 * Outlines and widths of a TrueType font's letters, read when they are asked for. Instructions, kerning and substitutions
 * are left alone. Confined to one thread.
 *
 * <p>Source: the OpenType specification, tables head, hhea, hmtx, maxp, loca, glyf and cmap (formats 0, 4, 6 and 12).
 */
final class TrueTypeFont {

    private static final int MOST_POINTS = 10_000;

    /** Of all letters of one drawing in this font; a thousand ordinary ones have a tenth of it. */
    private static final int MOST_POINTS_OF_ALL = 500_000;

    private static final int DEEPEST = 5;
    private static final int MOST_PARTS = 64;

    private static final int WORDS = 0x0001;
    private static final int OFFSETS = 0x0002;
    private static final int SCALE = 0x0008;
    private static final int MORE = 0x0020;
    private static final int TWO_SCALES = 0x0040;
    private static final int FOUR_SCALES = 0x0080;

    /**
     * One letter.
     *
     * @param outline y upwards, in em
     * @param advance to the next letter, in em
     */
    record Glyph(Outline outline, double advance) {}

    private final FontBytes glyf;
    private final FontBytes loca;
    private final FontBytes hmtx;
    private final FontBytes cmap;
    private final boolean longOffsets;
    private final int glyphs;
    private final int metrics;
    private final double unit;
    private final double ascent;
    private final double descent;
    private final Map<Integer, Glyph> read = new HashMap<>();
    /** Of the letter being read, parts of parts included. */
    private int parts;

    private int points;

    private TrueTypeFont(FontTables tables) {
        FontBytes head = tables.table("head");
        FontBytes hhea = tables.table("hhea");
        glyf = tables.table("glyf");
        loca = tables.table("loca");
        hmtx = tables.table("hmtx");
        longOffsets = head.s16(50) != 0;
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
        cmap = map(tables.table("cmap"));
    }

    /** @throws FontException when it cannot be read */
    static TrueTypeFont read(byte[] file) {
        return new TrueTypeFont(FontTables.read(file));
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

    /**
     * The letter for a character; the font's own sign for what it lacks, which is most often a box.
     *
     * @throws FontException when its outline is damaged
     */
    Glyph glyph(int codePoint) {
        int index = index(codePoint);
        Glyph known = read.get(index);
        if (known != null) {
            return known;
        }
        Outline.Builder out = new Outline.Builder();
        parts = 0;
        outline(index, Matrix.scaling(unit, unit), out, 0);
        points += out.segments();
        if (points > MOST_POINTS_OF_ALL) {
            throw new FontException("its letters have too many points");
        }
        int metric = Math.min(index, metrics - 1);
        Glyph glyph = new Glyph(out.build(), hmtx.u16(4 * metric) * unit);
        read.put(index, glyph);
        return glyph;
    }

    private static FontBytes map(FontBytes cmap) {
        FontBytes best = null;
        int bestRank = 0;
        int count = Math.min(cmap.u16(2), 64);
        for (int i = 0; i < count; i++) {
            int platform = cmap.u16(4 + 8 * i);
            int encoding = cmap.u16(6 + 8 * i);
            long offset = cmap.u32(8 + 8 * i);
            FontBytes table = cmap.part(offset, cmap.length() - offset);
            int format = table.u16(0);
            boolean unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
            int rank = switch (format) {
                case 12 -> 4;
                case 4 -> unicode ? 3 : 2;
                case 0, 6 -> 1;
                default -> 0;
            };
            if (rank > bestRank) {
                bestRank = rank;
                best = table;
            }
        }
        if (best == null) {
            throw new FontException("it does not tell which letter is which");
        }
        return best;
    }

    private int index(int codePoint) {
        int index = switch (cmap.u16(0)) {
            case 0 -> codePoint < 256 ? cmap.u8(6 + codePoint) : 0;
            case 4 -> segmented(codePoint);
            case 6 -> {
                int at = codePoint - cmap.u16(6);
                yield at >= 0 && at < cmap.u16(8) ? cmap.u16(10 + 2 * at) : 0;
            }
            default -> grouped(codePoint);
        };
        return index < glyphs ? index : 0;
    }

    private int segmented(int codePoint) {
        if (codePoint > 0xFFFF) {
            return 0;
        }
        int twice = cmap.u16(6) & ~1;
        int low = 0;
        int high = twice / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cmap.u16(14 + 2 * middle) < codePoint) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int segment = 2 * low;
        if (segment >= twice) {
            return 0;
        }
        int start = cmap.u16(16 + twice + segment);
        if (codePoint < start) {
            return 0;
        }
        int delta = cmap.u16(16 + 2 * twice + segment);
        int rangeAt = 16 + 3 * twice + segment;
        int range = cmap.u16(rangeAt);
        if (range == 0) {
            return (codePoint + delta) & 0xFFFF;
        }
        int glyph = cmap.u16(rangeAt + range + 2 * (codePoint - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    private int grouped(int codePoint) {
        int low = 0;
        int high = (int) Math.min(cmap.u32(12), (cmap.length() - 16) / 12) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int group = 16 + 12 * middle;
            if (codePoint < cmap.u32(group)) {
                high = middle - 1;
            } else if (codePoint > cmap.u32(group + 4)) {
                low = middle + 1;
            } else {
                return (int) Math.min(0xFFFF, cmap.u32(group + 8) + codePoint - cmap.u32(group));
            }
        }
        return 0;
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
            new GlyphContours(glyph, contours, MOST_POINTS).draw(m, out);
        } else {
            composite(glyph, m, out, depth);
        }
        if (out.segments() > MOST_POINTS) {
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
