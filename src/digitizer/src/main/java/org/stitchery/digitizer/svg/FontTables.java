package org.stitchery.digitizer.svg;

import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The tables of a font file, TrueType or the first Web Open Font Format, whose tables are deflated one by one. All sizes
 * are checked before they are believed.
 *
 * <p>Sources: the OpenType specification's "Font file" page; W3C WOFF File Format 1.0, sections 3 to 5.
 */
final class FontTables {

    /** The largest font that is unpacked; most have a tenth of it. */
    private static final int LARGEST = 8_000_000;

    private static final int MOST_TABLES = 64;

    private static final long TRUE_TYPE = 0x00010000L;
    private static final long TRUE = 0x74727565L;
    private static final long OTTO = 0x4F54544FL;
    private static final long WOFF = 0x774F4646L;
    private static final long WOFF2 = 0x774F4632L;

    private final Map<String, FontBytes> tables = new HashMap<>();

    private FontTables() {}

    /** @throws FontException when it is none that is read */
    static FontTables read(byte[] file) {
        FontBytes bytes = new FontBytes(file);
        FontTables tables = new FontTables();
        long kind = bytes.u32(0);
        if (kind == TRUE_TYPE || kind == TRUE) {
            tables.plain(bytes);
        } else if (kind == WOFF) {
            tables.woff(bytes);
        } else if (kind == OTTO) {
            throw new FontException("it is of the PostScript kind");
        } else if (kind == WOFF2) {
            throw new FontException("it is a WOFF2");
        } else {
            throw new FontException("it is no font");
        }
        return tables;
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

    private void woff(FontBytes bytes) {
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
        StringBuilder tag = new StringBuilder(4);
        for (int i = 0; i < 4; i++) {
            tag.append((char) bytes.u8(entry + i));
        }
        tables.putIfAbsent(tag.toString(), table);
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
