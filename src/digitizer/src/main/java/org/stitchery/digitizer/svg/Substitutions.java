package org.stitchery.digitizer.svg;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Glyphs that take the place of others: one for one, as joined letters need, and one for several, as ligatures are. What
 * depends on more neighbours is left alone. A font whose table is damaged has no substitutes.
 *
 * <p>Source: the OpenType specification, table GSUB, lookup types 1 and 4.
 */
final class Substitutions {

    private static final Set<String> LIGATURES = Set.of("rlig", "liga");
    private static final int SINGLE = 1;
    private static final int LIGATURE = 4;
    private static final int EXTENSION = 7;

    /** Letters of one ligature; the longest in use are words of honour with a dozen. */
    private static final int LONGEST = 18;

    /** A glyph that stands for so many. */
    record Ligature(int glyph, int length) {}

    private final @Nullable LayoutTable table;
    private boolean damaged;

    private Substitutions(@Nullable LayoutTable table) {
        this.table = table;
    }

    static Substitutions of(FontTables tables) {
        return new Substitutions(LayoutTable.of(tables, "GSUB", EXTENSION));
    }

    /** What a feature makes of a glyph; the glyph itself where it makes nothing of it. */
    int single(String script, String feature, int glyph) {
        LayoutTable from = table;
        if (from == null || damaged) {
            return glyph;
        }
        try {
            int now = glyph;
            for (LayoutTable.Lookup lookup : from.lookups(script, Set.of(feature))) {
                if (lookup.type() == SINGLE) {
                    now = single(from, lookup, now);
                }
            }
            return now;
        } catch (FontException e) {
            damaged = true;
            return glyph;
        }
    }

    private static int single(LayoutTable from, LayoutTable.Lookup lookup, int glyph) {
        for (FontBytes one : lookup.tables()) {
            from.step();
            int at = LayoutTable.covered(one.from(one.u16(2)), glyph);
            if (at >= 0) {
                return one.u16(0) == 1 ? (glyph + one.u16(4)) & 0xFFFF : one.u16(6 + 2 * at);
            }
        }
        return glyph;
    }

    /** True when the font changes glyphs for this feature at all. */
    boolean has(String script, String feature) {
        LayoutTable from = table;
        if (from == null || damaged) {
            return false;
        }
        try {
            return !from.lookups(script, Set.of(feature)).isEmpty();
        } catch (FontException e) {
            damaged = true;
            return false;
        }
    }

    /**
     * The ligature that glyphs begin with, null for none.
     *
     * @param end behind the last glyph that may become part of it
     */
    @Nullable
    Ligature ligature(String script, int[] glyphs, int at, int end) {
        LayoutTable from = table;
        if (from == null || damaged || end - at < 2) {
            return null;
        }
        try {
            for (LayoutTable.Lookup lookup : from.lookups(script, LIGATURES)) {
                Ligature found = lookup.type() == LIGATURE ? ligature(from, lookup.tables(), glyphs, at, end) : null;
                if (found != null) {
                    return found;
                }
            }
            return null;
        } catch (FontException e) {
            damaged = true;
            return null;
        }
    }

    private static @Nullable Ligature ligature(
            LayoutTable from, List<FontBytes> tables, int[] glyphs, int at, int end) {
        for (FontBytes one : tables) {
            from.step();
            int place = LayoutTable.covered(one.from(one.u16(2)), glyphs[at]);
            if (place < 0) {
                continue;
            }
            FontBytes set = one.from(one.u16(6 + 2 * place));
            int count = set.u16(0);
            for (int i = 0; i < count; i++) {
                from.step();
                FontBytes ligature = set.from(set.u16(2 + 2 * i));
                if (begins(ligature, glyphs, at, end)) {
                    return new Ligature(ligature.u16(0), ligature.u16(2));
                }
            }
        }
        return null;
    }

    private static boolean begins(FontBytes ligature, int[] glyphs, int at, int end) {
        int length = ligature.u16(2);
        if (length < 2 || length > LONGEST || at + length > end) {
            return false;
        }
        for (int i = 1; i < length; i++) {
            if (ligature.u16(2 + 2 * i) != glyphs[at + i]) {
                return false;
            }
        }
        return true;
    }
}
