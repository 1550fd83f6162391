package org.stitchery.embroidery.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes PNG files (ISO/IEC 15948), eight bits a channel, with alpha only where a pixel has some. Holds one row and
 * the file; the same pixels give the same bytes.
 *
 * <p>All rows use the Paeth filter: trying several filters row by row made pictures of thread only 2 % smaller.
 */
final class PngEncoder {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte PAETH = 4;

    /** Half the time of the usual 6 for 6 % more bytes, measured on pictures of thread. */
    private static final int EFFORT = 4;

    private static final int TRUECOLOUR = 2;
    private static final int TRUECOLOUR_WITH_ALPHA = 6;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 16);

    private PngEncoder() {}

    static byte[] encode(int width, int height, int[] argb, double pxPerMm) {
        boolean alpha = false;
        for (int pixel : argb) {
            alpha |= pixel >>> 24 != 0xFF;
        }
        PngEncoder png = new PngEncoder();
        png.file.writeBytes(SIGNATURE);
        png.chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) (alpha ? TRUECOLOUR_WITH_ALPHA : TRUECOLOUR))
                        .array());
        int pxPerMetre = (int) Math.round(pxPerMm * 1000);
        png.chunk(
                "pHYs",
                ByteBuffer.allocate(9)
                        .putInt(pxPerMetre)
                        .putInt(pxPerMetre)
                        .put((byte) 1)
                        .array());
        png.pixels(width, height, argb, alpha ? 4 : 3);
        png.chunk("IEND", new byte[0]);
        return png.file.toByteArray();
    }

    private void pixels(int width, int height, int[] argb, int channels) {
        int length = width * channels;
        byte[] row = new byte[length];
        byte[] above = new byte[length];
        byte[] filtered = new byte[length + 1];
        byte[] out = new byte[1 << 16];
        Deflater deflater = new Deflater(EFFORT);
        try {
            for (int y = 0; y < height; y++) {
                unpack(argb, y * width, width, channels, row);
                filter(row, above, channels, filtered);
                deflater.setInput(filtered);
                drain(deflater, out);
                byte[] swap = above;
                above = row;
                row = swap;
            }
            deflater.finish();
            drain(deflater, out);
        } finally {
            deflater.end();
        }
    }

    private void drain(Deflater deflater, byte[] out) {
        int n = deflater.deflate(out);
        while (n > 0) {
            chunk("IDAT", n == out.length ? out : Arrays.copyOf(out, n));
            n = deflater.deflate(out);
        }
    }

    private static void unpack(int[] argb, int from, int width, int channels, byte[] row) {
        int o = 0;
        for (int i = from; i < from + width; i++) {
            int pixel = argb[i];
            row[o++] = (byte) (pixel >> 16);
            row[o++] = (byte) (pixel >> 8);
            row[o++] = (byte) pixel;
            if (channels == 4) {
                row[o++] = (byte) (pixel >>> 24);
            }
        }
    }

    private static void filter(byte[] row, byte[] above, int channels, byte[] out) {
        out[0] = PAETH;
        for (int i = 0; i < row.length; i++) {
            int left = i < channels ? 0 : row[i - channels] & 0xFF;
            int upLeft = i < channels ? 0 : above[i - channels] & 0xFF;
            out[i + 1] = (byte) (row[i] - paeth(left, above[i] & 0xFF, upLeft));
        }
    }

    private static int paeth(int left, int up, int upLeft) {
        int estimate = left + up - upLeft;
        int toLeft = Math.abs(estimate - left);
        int toUp = Math.abs(estimate - up);
        int toUpLeft = Math.abs(estimate - upLeft);
        if (toLeft <= toUp && toLeft <= toUpLeft) {
            return left;
        }
        return toUp <= toUpLeft ? up : upLeft;
    }

    private void chunk(String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        file.writeBytes(name);
        file.writeBytes(content);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
