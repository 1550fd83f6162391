package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the tables GSUB and GPOS have in common: scripts that name features, features that name lookups, lookups that are
 * lists of tables. All of it is read where it lies; counts are believed as far as the bytes reach, and the steps of all
 * questions together are limited.
 *
 * <p>Source: the OpenType specification, "OpenType Layout common table formats".
 */
final class LayoutTable {

    private static final int MOST_LOOKUPS = 256;
    private static final int MOST_SUBTABLES = 1024;

    /** Of one font in one drawing; a thousand letters take a hundredth of it. */
    private static final int MOST_STEPS = 2_000_000;

    private static final String ANY_SCRIPT = "DFLT";

    /**
     * A list of tables to be asked one after another, until one has an answer.
     *
     * @param type as the tables are, extensions resolved
     */
    record Lookup(int type, List<FontBytes> tables) {}

    private final FontBytes table;
    private final int extension;
    private final Map<String, List<Lookup>> known = new HashMap<>();
    private int steps;

    private LayoutTable(FontBytes table, int extension) {
        this.table = table;
        this.extension = extension;
    }

    /**
     * @param extension the type of lookup that only leads to another
     * @return null when the font does not have the table
     */
    static @Nullable LayoutTable of(FontTables tables, String tag, int extension) {
        return tables.has(tag) ? new LayoutTable(tables.table(tag), extension) : null;
    }

    /**
     * Lookups of some features, in the order in which they work.
     *
     * @param script its tag; where the font has none for it, those for any script count
     * @throws FontException when the table is damaged
     */
    List<Lookup> lookups(String script, Set<String> features) {
        String key = script + features;
        List<Lookup> found = known.get(key);
        if (found == null) {
            found = read(script, features);
            known.put(key, found);
        }
        return found;
    }

    /** @throws FontException when too many have been taken */
    void step() {
        if (++steps > MOST_STEPS) {
            throw new FontException("setting its letters takes too many steps");
        }
    }

    private List<Lookup> read(String script, Set<String> features) {
        FontBytes language = language(script);
        if (language == null) {
            return List.of();
        }
        FontBytes all = table.from(table.u16(6));
        Set<Integer> wanted = new TreeSet<>();
        int count = language.u16(4);
        for (int i = 0; i < count; i++) {
            step();
            int record = 2 + 6 * language.u16(6 + 2 * i);
            if (features.contains(all.tag(record))) {
                FontBytes feature = all.from(all.u16(record + 4));
                int lookups = feature.u16(2);
                for (int k = 0; k < lookups && wanted.size() < MOST_LOOKUPS; k++) {
                    step();
                    wanted.add(feature.u16(4 + 2 * k));
                }
            }
        }
        FontBytes list = table.from(table.u16(8));
        List<Lookup> lookups = new ArrayList<>();
        int tables = 0;
        for (int index : wanted) {
            if (index < list.u16(0)) {
                Lookup lookup = lookup(list.from(list.u16(2 + 2 * index)));
                tables += lookup.tables().size();
                if (tables > MOST_SUBTABLES) {
                    throw new FontException("its letters have too many rules");
                }
                lookups.add(lookup);
            }
        }
        return List.copyOf(lookups);
    }

    private @Nullable FontBytes language(String script) {
        FontBytes scripts = table.from(table.u16(4));
        int count = scripts.u16(0);
        FontBytes any = null;
        for (int i = 0; i < count; i++) {
            step();
            String tag = scripts.tag(2 + 6 * i);
            if (tag.equals(script) || any == null && tag.equals(ANY_SCRIPT)) {
                FontBytes found = scripts.from(scripts.u16(6 + 6 * i));
                FontBytes usual = usual(found);
                if (usual != null && tag.equals(script)) {
                    return usual;
                }
                any = any == null ? usual : any;
            }
        }
        return any;
    }

    /** The language that counts where none is named. */
    private static @Nullable FontBytes usual(FontBytes script) {
        if (script.u16(0) != 0) {
            return script.from(script.u16(0));
        }
        return script.u16(2) > 0 ? script.from(script.u16(8)) : null;
    }

    private Lookup lookup(FontBytes lookup) {
        int type = lookup.u16(0);
        int count = Math.min(lookup.u16(4), MOST_SUBTABLES);
        List<FontBytes> tables = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            FontBytes one = lookup.from(lookup.u16(6 + 2 * i));
            if (lookup.u16(0) == extension) {
                type = one.u16(2);
                one = one.from(one.u32(4));
            }
            tables.add(one);
        }
        return new Lookup(type, List.copyOf(tables));
    }

    /** The place of a glyph among those that a coverage table lists; -1 when it is not there. */
    static int covered(FontBytes coverage, int glyph) {
        boolean ranges = coverage.u16(0) == 2;
        int size = ranges ? 6 : 2;
        int low = 0;
        int high = coverage.u16(2) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = 4 + size * middle;
            int from = coverage.u16(at);
            int to = ranges ? coverage.u16(at + 2) : from;
            if (glyph < from) {
                high = middle - 1;
            } else if (glyph > to) {
                low = middle + 1;
            } else {
                return ranges ? coverage.u16(at + 4) + glyph - from : middle;
            }
        }
        return -1;
    }

    /** The class that a class table gives a glyph; 0 for those it does not name. */
    static int classOf(FontBytes classes, int glyph) {
        if (classes.u16(0) == 1) {
            int at = glyph - classes.u16(2);
            return at >= 0 && at < classes.u16(4) ? classes.u16(6 + 2 * at) : 0;
        }
        int low = 0;
        int high = classes.u16(2) - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int at = 4 + 6 * middle;
            if (glyph < classes.u16(at)) {
                high = middle - 1;
            } else if (glyph > classes.u16(at + 2)) {
                low = middle + 1;
            } else {
                return classes.u16(at + 4);
            }
        }
        return 0;
    }
}
