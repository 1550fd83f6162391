package org.stitchery.embroidery.format.husqvarna;

import java.io.IOException;
import org.stitchery.embroidery.format.record.ByteSink;

/** A stream packed without packing: words of eight bits that stand for themselves, as other writers do it. */
final class LiteralPacking {

    private static final int MOST_IN_BLOCK = 0xFFFF;
    private static final byte[] CODES = {0x02, (byte) 0xA0, 0x01, (byte) 0xFE};
    private static final int BLOCK_HEAD = 2 + CODES.length;

    private final long all;
    private final ByteSink out;
    private long symbols;

    /** @param all how many symbols will be added, as a block tells its length in front */
    LiteralPacking(long all, ByteSink out) {
        this.all = all;
        this.out = out;
    }

    /** Bytes that so many symbols become. */
    static long bytes(long symbols) {
        return symbols + (symbols + MOST_IN_BLOCK - 1) / MOST_IN_BLOCK * BLOCK_HEAD;
    }

    /** How many were added so far. */
    long symbols() {
        return symbols;
    }

    /** Adds one; its lowest eight bits count. */
    void add(int symbol) throws IOException {
        if (symbols % MOST_IN_BLOCK == 0) {
            out.u16be((int) Math.min(MOST_IN_BLOCK, all - symbols)).bytes(CODES);
        }
        out.u8(symbol);
        symbols++;
    }
}
