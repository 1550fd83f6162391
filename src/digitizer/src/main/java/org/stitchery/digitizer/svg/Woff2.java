package org.stitchery.digitizer.svg;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.brotli.dec.BrotliInputStream;

/**
 * Unpacks the second Web Open Font Format: all tables in one Brotli stream, some of them rewritten so that they pack
 * better. What is rewritten is undone: outlines by {@link Woff2Glyphs}, the metrics here.
 *
 * <pre>
 *  0  'wOF2'    4 flavour    8 length    12 number of tables (u16)    14 reserved
 * 16  size of the font      20 packed size      24 version      28 other data, not read
 * 48  one entry a table: flags (bits 0-5 which table, 63 for a tag that follows; bits 6-7 how it is rewritten),
 *     its size, and the size it is packed with where it is rewritten, both in digits to the base of 128
 * </pre>
 *
 * <p>No more is unpacked than the entries promise, and they may promise {@link FontTables#LARGEST} together.
 *
 * <p>Source: W3C WOFF File Format 2.0, sections 4 and 5.
 */
final class Woff2 {

    private static final String[] TAGS =
            ("cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT"
                            + " EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR"
                            + " CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx"
                            + " opbd prop trak Zapf Silf Glat Gloc Feat Sill")
                    .replace('_', ' ')
                    .split(" (?=\\S)");

    private static final int OWN_TAG = 63;
    private static final int NOT_REWRITTEN = 3;
    private static final long COLLECTION = 0x74746366L;

    private record Entry(String tag, boolean rewritten, int size) {}

    private final FontBytes file;
    private int at = 48;

    private Woff2(FontBytes file) {
        this.file = file;
    }

    /**
     * The tables by their tags, none of them rewritten.
     *
     * @throws FontException when it is damaged or too large
     */
    static Map<String, FontBytes> read(FontBytes file, Unpacking watch) {
        return new Woff2(file).tables(watch);
    }

    private Map<String, FontBytes> tables(Unpacking watch) {
        if (file.u32(4) == COLLECTION) {
            throw new FontException("it is several fonts in one file");
        }
        int count = file.u16(12);
        if (count > FontTables.MOST_TABLES) {
            throw new FontException("it has too many tables");
        }
        Entry[] entries = new Entry[count];
        long total = 0;
        for (int i = 0; i < count; i++) {
            entries[i] = entry();
            total += entries[i].size();
        }
        if (total > FontTables.LARGEST) {
            throw new FontException("it is too large");
        }
        FontBytes unpacked = new FontBytes(unpacked(file.part(at, file.u32(20)), (int) total, watch));
        Map<String, FontBytes> tables = new HashMap<>();
        Map<String, FontBytes> rewritten = new HashMap<>();
        int from = 0;
        for (Entry entry : entries) {
            FontBytes table = unpacked.part(from, entry.size());
            (entry.rewritten() ? rewritten : tables).putIfAbsent(entry.tag(), table);
            from += entry.size();
        }
        restore(rewritten, tables);
        return tables;
    }

    private Entry entry() {
        int flags = file.u8(at++);
        String tag;
        if ((flags & 0x3F) == OWN_TAG) {
            tag = file.tag(at);
            at += 4;
        } else {
            tag = TAGS[flags & 0x3F];
        }
        int how = flags >> 6;
        boolean outlines = tag.equals("glyf") || tag.equals("loca");
        boolean rewritten = outlines ? how != NOT_REWRITTEN : how != 0;
        int size = base128();
        if (rewritten) {
            if (how != (outlines ? 0 : 1) || !outlines && !tag.equals("hmtx")) {
                throw new FontException("one of its tables is packed in a way that is not read");
            }
            size = base128();
        }
        return new Entry(tag, rewritten, size);
    }

    private int base128() {
        long value = 0;
        for (int i = 0; i < 5; i++) {
            int digit = file.u8(at++);
            value = value << 7 | digit & 0x7F;
            if ((digit & 0x80) == 0) {
                // Where the sum is taken, larger ones cannot overflow.
                return (int) Math.min(value, Integer.MAX_VALUE);
            }
        }
        throw new FontException("it is damaged");
    }

    private static byte[] unpacked(FontBytes packed, int size, Unpacking watch) {
        byte[] out = new byte[size];
        try (BrotliInputStream in = new BrotliInputStream(new Watched(packed, watch))) {
            int n = 0;
            while (n < size) {
                int more = in.read(out, n, size - n);
                if (more <= 0) {
                    throw new FontException("it breaks off");
                }
                n += more;
            }
            return out;
        } catch (IOException | IllegalStateException | IndexOutOfBoundsException e) {
            // The unpacker tells damage by all three.
            throw new FontException("it is damaged", e);
        }
    }

    /** Bytes of the file; whoever watches is asked with every portion. */
    private static final class Watched extends InputStream {
        private final FontBytes bytes;
        private final Unpacking watch;
        private int at;

        Watched(FontBytes bytes, Unpacking watch) {
            this.bytes = bytes;
            this.watch = watch;
        }

        @Override
        public int read() {
            return at < bytes.length() ? bytes.u8(at++) : -1;
        }

        @Override
        public int read(byte[] to, int from, int length) {
            watch.goesOn();
            int n = Math.min(length, bytes.length() - at);
            for (int i = 0; i < n; i++) {
                to[from + i] = (byte) bytes.u8(at++);
            }
            return n > 0 || length == 0 ? n : -1;
        }
    }

    private static void restore(Map<String, FontBytes> rewritten, Map<String, FontBytes> tables) {
        FontBytes outlines = rewritten.get("glyf");
        if (outlines != null) {
            Woff2Glyphs glyphs = new Woff2Glyphs(outlines);
            tables.put("glyf", glyphs.glyf());
            tables.put("loca", glyphs.loca());
            FontBytes head = tables.get("head");
            if (head == null || head.length() < 52) {
                throw new FontException("its table head is missing");
            }
            byte[] changed = head.copy();
            changed[50] = 0;
            changed[51] = 1;
            tables.put("head", new FontBytes(changed));
        }
        FontBytes metrics = rewritten.get("hmtx");
        FontBytes hhea = tables.get("hhea");
        if (metrics != null && hhea != null) {
            tables.put("hmtx", metrics(metrics, hhea.u16(34)));
        }
    }

    /** Widths alone: where a glyph begins is in its outline, too, and nobody asks for it. */
    private static FontBytes metrics(FontBytes packed, int count) {
        byte[] out = new byte[4 * count];
        for (int i = 0; i < count; i++) {
            int width = packed.u16(1 + 2 * i);
            out[4 * i] = (byte) (width >> 8);
            out[4 * i + 1] = (byte) width;
        }
        return new FontBytes(out);
    }
}
