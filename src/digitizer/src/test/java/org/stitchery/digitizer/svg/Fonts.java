package org.stitchery.digitizer.svg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.Deflater;

/** Fonts to embed into drawings. */
final class Fonts {

    private Fonts() {}

    /** One that travels with the program. */
    static byte[] house(String name) {
        try (InputStream in = FontBook.class.getResourceAsStream(name + ".ttf")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One drawn for tests, see {@code own-letters.md} beside it. */
    static byte[] own(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("own-letters" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with a table under a name that nobody asks for. */
    static byte[] without(String tag, byte[] font) {
        byte[] changed = font.clone();
        for (int at = 12; at < 12 + 16 * ByteBuffer.wrap(font).getShort(4); at += 16) {
            if (new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(tag)) {
                changed[at] = 'x';
            }
        }
        return changed;
    }

    /** A style element that embeds the font. */
    static String declared(String family, byte[] font) {
        return "<style>@font-face{font-family:'" + family + "';src:url(data:font/ttf;base64,"
                + Base64.getEncoder().encodeToString(font) + ")}</style>";
    }

    /** The same font with its tables deflated, as the web likes it. */
    static byte[] woff(byte[] font) {
        ByteBuffer in = ByteBuffer.wrap(font);
        int tables = in.getShort(4);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(44 + 20 * tables);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            int size = in.getInt(entry + 12);
            byte[] packed = deflated(font, in.getInt(entry + 8), size);
            if (packed.length >= size) {
                packed = java.util.Arrays.copyOfRange(font, in.getInt(entry + 8), in.getInt(entry + 8) + size);
            }
            head.position(44 + 20 * i);
            head.putInt(in.getInt(entry)).putInt(head.capacity() + data.size());
            head.putInt(packed.length).putInt(size).putInt(0);
            data.writeBytes(packed);
        }
        head.putInt(0, 0x774F4646).putInt(4, 0x00010000).putInt(8, head.capacity() + data.size());
        head.putShort(12, (short) tables);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.array());
        all.writeBytes(data.toByteArray());
        return all.toByteArray();
    }

    private static byte[] deflated(byte[] bytes, int from, int length) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes, from, length);
        deflater.finish();
        byte[] out = new byte[length + 100];
        int n = deflater.deflate(out);
        deflater.end();
        return java.util.Arrays.copyOf(out, n);
    }
}
