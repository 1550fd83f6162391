package org.stitchery.digitizer.svg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.brotli.dec.BrotliInputStream;

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

    /** A WOFF2 of less than 64 kB, its tables changed and packed again without compression. */
    static byte[] repacked(byte[] woff2, UnaryOperator<byte[]> change) {
        int at = 48;
        for (int tables = ByteBuffer.wrap(woff2).getShort(12); tables > 0; tables--) {
            int flags = woff2[at++] & 0xFF;
            at += (flags & 0x3F) == 0x3F ? 4 : 0;
            boolean outlines = (flags & 0x3F) == 10 || (flags & 0x3F) == 11;
            for (int sizes = flags >> 6 == 0 == outlines ? 2 : 1; sizes > 0; sizes--) {
                while (woff2[at++] < 0) {
                    // Digits that another one follows are marked.
                }
            }
        }
        int size = ByteBuffer.wrap(woff2).getInt(20);
        try (InputStream packed = new BrotliInputStream(new ByteArrayInputStream(woff2, at, size))) {
            byte[] data = change.apply(packed.readAllBytes());
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            all.write(woff2, 0, at);
            // One block that is not compressed (RFC 7932, section 9.2), and an empty last one.
            int head = data.length - 1 << 4 | 1 << 20;
            all.write(head);
            all.write(head >> 8);
            all.write(head >> 16);
            all.writeBytes(data);
            all.write(3);
            byte[] font = all.toByteArray();
            ByteBuffer.wrap(font).putInt(20, font.length - at);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
