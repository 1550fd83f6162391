package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tables of a font file: OpenType with TrueType or PostScript outlines as it is, or in one of the two Web Open Font
 * Formats. In the first of these tables are deflated one by one, for the second see {@link Woff2}. All sizes are checked
 * before they are believed.
 *
 * <p>Sources: the OpenType specification's "Font file" page; W3C WOFF File Format 1.0, sections 3 to 5.
 */
final class FontTables {

    /** The largest font that is unpacked; most have a tenth of it. */
    static final int LARGEST = 8_000_000;

    static final int MOST_TABLES = 64;

    private static final long TRUE_TYPE = 0x00010000L;
    private static final long TRUE = 0x74727565L;
    private static final long OTTO = 0x4F54544FL;
    private static final long WOFF = 0x774F4646L;
    private static final long WOFF2 = 0x774F4632L;
    private static final long COLLECTION = 0x74746366L;

    private final Map<String, FontBytes> tables = new HashMap<>();

    private FontTables() {}

    /**
     * @param watch asked while it is unpacked
     * @throws FontException when it is none that is read
     */
    static FontTables read(byte[] file, Unpacking watch) {
        FontBytes bytes = new FontBytes(file);
        FontTables tables = new FontTables();
        long kind = bytes.u32(0);
        if (kind == TRUE_TYPE || kind == TRUE || kind == OTTO) {
            tables.plain(bytes);
        } else if (kind == WOFF) {
            tables.woff(bytes, watch);
        } else if (kind == WOFF2) {
            tables.tables.putAll(Woff2.read(bytes, watch));
        } else if (kind == COLLECTION) {
            throw new FontException("it is several fonts in one file");
        } else {
            throw new FontException("it is no font");
        }
        return tables;
    }

    boolean has(String tag) {
        return tables.containsKey(tag);
    }

    /** @throws FontException when it is not there */
    FontBytes table(String tag) {
        FontBytes table = tables.get(tag);
        if (table == null) {
            throw new FontException("its table " + tag.strip() + " is missing");
        }
        return table;
    }

    private void plain(FontBytes bytes) {
        int count = count(bytes.u16(4));
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            put(bytes, entry, bytes.part(bytes.u32(entry + 8), bytes.u32(entry + 12)));
        }
    }

    private void woff(FontBytes bytes, Unpacking watch) {
        int count = count(bytes.u16(12));
        if (bytes.u32(8) > bytes.length()) {
            throw new FontException("it breaks off");
        }
        long total = 0;
        for (int i = 0; i < count; i++) {
            int entry = 44 + 20 * i;
            long packed = bytes.u32(entry + 8);
            long size = bytes.u32(entry + 12);
            total += size;
            if (total > LARGEST) {
                throw new FontException("it is too large");
            }
            watch.goesOn();
            FontBytes part = bytes.part(bytes.u32(entry + 4), packed);
            put(bytes, entry, packed == size ? part : inflated(part, (int) size));
        }
    }

    private static int count(int tables) {
        if (tables > MOST_TABLES) {
            throw new FontException("it has too many tables");
        }
        return tables;
    }

    private void put(FontBytes bytes, int entry, FontBytes table) {
        tables.putIfAbsent(bytes.tag(entry), table);
    }

    private static FontBytes inflated(FontBytes packed, int size) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed.copy());
            byte[] out = new byte[size];
            int n = 0;
            while (n < size) {
                int more = inflater.inflate(out, n, size - n);
                if (more == 0) {
                    throw new FontException("it breaks off");
                }
                n += more;
            }
            return new FontBytes(out);
        } catch (DataFormatException e) {
            throw new FontException("it is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
