package org.stitchery.embroidery.format.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Where an encoder's bytes go, in order and never back: an array, a stream, or nowhere when they are only counted. An
 * encoder that has to write a length in front of what it measures counts that first; so files of any length are written
 * in the memory of one buffer.
 */
public final class ByteSink {

    private static final int BUFFER = 8192;

    private final OutputStream out;
    private final byte[] buffer;
    private int filled;
    private long flushed;

    private ByteSink(OutputStream out, byte[] buffer) {
        this.out = out;
        this.buffer = buffer;
    }

    /** Counts only. */
    public static ByteSink counting() {
        return new ByteSink(OutputStream.nullOutputStream(), new byte[BUFFER]);
    }

    /** Into a stream, in pieces; {@link #flush()} at the end. */
    public static ByteSink into(OutputStream out) {
        return new ByteSink(out, new byte[BUFFER]);
    }

    /** Into an array of just the size that was counted before. */
    static ByteSink into(byte[] exact) {
        return new ByteSink(OutputStream.nullOutputStream(), exact);
    }

    /** Bytes written so far. */
    public long size() {
        return flushed + filled;
    }

    /** One byte; only the lowest eight bits count. */
    public ByteSink u8(int value) throws IOException {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = (byte) value;
        return this;
    }

    /** Two bytes, the lower first. */
    public ByteSink u16(int value) throws IOException {
        return u8(value).u8(value >> 8);
    }

    /** Two bytes, the higher first. */
    public ByteSink u16be(int value) throws IOException {
        return u8(value >> 8).u8(value);
    }

    /** Three bytes, the lowest first. */
    public ByteSink u24(int value) throws IOException {
        return u16(value).u8(value >> 16);
    }

    /** Three bytes, the highest first. */
    public ByteSink u24be(int value) throws IOException {
        return u8(value >> 16).u16be(value);
    }

    /** Four bytes, the lowest first. */
    public ByteSink u32(long value) throws IOException {
        return u16((int) value).u16((int) (value >> 16));
    }

    /** Four bytes, the highest first. */
    public ByteSink u32be(long value) throws IOException {
        return u16be((int) (value >> 16)).u16be((int) value);
    }

    /** The bits of a number of single precision, the lowest byte first. */
    public ByteSink f32(float value) throws IOException {
        return u32(Float.floatToIntBits(value));
    }

    /** These bytes. */
    public ByteSink bytes(byte... values) throws IOException {
        for (byte value : values) {
            u8(value);
        }
        return this;
    }

    /** One byte many times. */
    public ByteSink times(int count, int value) throws IOException {
        for (int i = 0; i < count; i++) {
            u8(value);
        }
        return this;
    }

    /** Plain text, one byte a character; others become question marks. */
    public ByteSink ascii(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Plain text cut or filled up to so many bytes. */
    public ByteSink ascii(String text, int bytes, int filler) throws IOException {
        String cut = text.substring(0, Math.min(bytes, text.length()));
        return ascii(cut).times(bytes - cut.length(), filler);
    }

    /** Hands what is buffered to the stream. */
    public void flush() throws IOException {
        out.write(buffer, 0, filled);
        flushed += filled;
        filled = 0;
    }
}
