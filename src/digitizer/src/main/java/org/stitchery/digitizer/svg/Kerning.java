package org.stitchery.digitizer.svg;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How two glyphs move when they stand beside each other: pairs of the table GPOS, where the font has a feature for them,
 * else of the older table kern. A font whose tables are damaged has no such pairs; its letters can be read without.
 *
 * <p>Sources: the OpenType specification, table GPOS, lookup type 2, and table kern, format 0.
 */
final class Kerning {

    private static final Set<String> FEATURE = Set.of("kern");
    private static final int PAIRS = 2;
    private static final int EXTENSION = 9;

    private static final int PLACE = 0x0001;
    private static final int WIDTH = 0x0004;

    /**
     * By how much, in the font's units.
     *
     * @param firstPlace to the right
     * @param firstWidth how much wider
     */
    record Pair(int firstPlace, int firstWidth, int secondPlace, int secondWidth) {

        static final Pair NONE = new Pair(0, 0, 0, 0);

        private Pair plus(Pair other) {
            return new Pair(
                    firstPlace + other.firstPlace,
                    firstWidth + other.firstWidth,
                    secondPlace + other.secondPlace,
                    secondWidth + other.secondWidth);
        }
    }

    private final @Nullable LayoutTable positions;
    private final @Nullable FontBytes old;
    private boolean damaged;

    private Kerning(@Nullable LayoutTable positions, @Nullable FontBytes old) {
        this.positions = positions;
        this.old = old;
    }

    static Kerning of(FontTables tables) {
        return new Kerning(LayoutTable.of(tables, "GPOS", EXTENSION), tables.has("kern") ? tables.table("kern") : null);
    }

    /** @param script tag of the script both belong to */
    Pair pair(String script, int first, int second) {
        if (damaged) {
            return Pair.NONE;
        }
        try {
            List<LayoutTable.Lookup> lookups = positions == null ? List.of() : positions.lookups(script, FEATURE);
            if (positions == null || lookups.isEmpty()) {
                return old == null ? Pair.NONE : old(old, first, second);
            }
            Pair sum = Pair.NONE;
            for (LayoutTable.Lookup lookup : lookups) {
                if (lookup.type() == PAIRS) {
                    sum = sum.plus(first(positions, lookup, first, second));
                }
            }
            return sum;
        } catch (FontException e) {
            damaged = true;
            return Pair.NONE;
        }
    }

    private static Pair first(LayoutTable positions, LayoutTable.Lookup lookup, int first, int second) {
        for (FontBytes table : lookup.tables()) {
            positions.step();
            int at = LayoutTable.covered(table.from(table.u16(2)), first);
            if (at >= 0) {
                Pair pair = table.u16(0) == 1 ? single(table, at, second) : classes(table, first, second);
                if (pair != null) {
                    return pair;
                }
            }
        }
        return Pair.NONE;
    }

    /** Pairs one by one. */
    private static @Nullable Pair single(FontBytes table, int place, int second) {
        int size = 2 + size(table);
        FontBytes pairs = table.from(table.u16(10 + 2 * place));
        int low = 0;
        int high = pairs.u16(0) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = 2 + size * middle;
            int glyph = pairs.u16(at);
            if (second < glyph) {
                high = middle - 1;
            } else if (second > glyph) {
                low = middle + 1;
            } else {
                return values(table, pairs, at + 2);
            }
        }
        return null;
    }

    /** Pairs of classes of glyphs. */
    private static @Nullable Pair classes(FontBytes table, int first, int second) {
        int left = LayoutTable.classOf(table.from(table.u16(8)), first);
        int right = LayoutTable.classOf(table.from(table.u16(10)), second);
        int columns = table.u16(14);
        if (left >= table.u16(12) || right >= columns) {
            return null;
        }
        long at = 16 + (long) size(table) * ((long) left * columns + right);
        return values(table, table.from(at), 0);
    }

    private static int size(FontBytes table) {
        return 2 * (Integer.bitCount(table.u16(4) & 0xFF) + Integer.bitCount(table.u16(6) & 0xFF));
    }

    private static Pair values(FontBytes table, FontBytes from, int at) {
        int one = table.u16(4);
        int other = table.u16(6);
        int then = at + 2 * Integer.bitCount(one & 0xFF);
        return new Pair(
                value(from, at, one, PLACE),
                value(from, at, one, WIDTH),
                value(from, then, other, PLACE),
                value(from, then, other, WIDTH));
    }

    private static int value(FontBytes from, int at, int format, int which) {
        return (format & which) == 0 ? 0 : from.s16(at + 2 * Integer.bitCount(format & which - 1));
    }

    private static Pair old(FontBytes kern, int first, int second) {
        int width = 0;
        if (kern.u16(0) == 0) {
            int at = 4;
            int tables = Math.min(kern.u16(2), 16);
            for (int i = 0; i < tables; i++) {
                int coverage = kern.u16(at + 4);
                // Level, neither minima nor across, pairs one by one.
                if ((coverage & 0xFF07) == 1) {
                    width += listed(kern, at + 6, first, second);
                }
                at += Math.max(6, kern.u16(at + 2));
            }
        }
        return new Pair(0, width, 0, 0);
    }

    private static int listed(FontBytes kern, int from, int first, int second) {
        long wanted = (long) first << 16 | second;
        int low = 0;
        int high = kern.u16(from) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = from + 8 + 6 * middle;
            long pair = kern.u32(at);
            if (wanted < pair) {
                high = middle - 1;
            } else if (wanted > pair) {
                low = middle + 1;
            } else {
                return kern.s16(at + 4);
            }
        }
        return 0;
    }
}
