package org.stitchery.embroidery.format.husqvarna;

import java.util.Arrays;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

/**
 * Unpacks the streams of a HUS: repeats and shortened codes, the kinsfolk of LHA's methods, bits from the highest
 * down.
 *
 * <p>A block tells how many symbols it has, then three codes by the lengths of their words: one for the lengths of the
 * second, one for symbols (below 256 themselves, 510 the end, others a repeat of so many less 253), one for how far back a
 * repeat begins.
 */
final class Unpacker {

    private static final int LENGTH_CODES = 5;
    private static final int SYMBOL_CODES = 9;
    private static final int DISTANCE_CODES = 5;
    private static final int END = 510;
    private static final int FIRST_REPEAT = 256;
    private static final int SHORTEST_REPEAT = 3;

    /** Repeats from further back are none. */
    private static final int MOST_DISTANCE_BITS = 31;

    /** Longest word of a code that fits the lengths as they are stored. */
    private static final int LONGEST_WORD = 16;

    /**
     * A repeat takes a few bits for hundreds of symbols, so that a small file could ask for any memory. No more than so many
     * commands are believed per byte of the file, beyond {@link #ALWAYS}.
     */
    private static final int MOST_PER_BYTE = 4;

    private static final int ALWAYS = 50_000;

    private final ByteSource file;
    private final long endBit;
    private long bit;
    private final byte[] out;
    private int filled;

    // A small file can have many blocks, so that their codes take turns in the same memory.
    private final Code lengthsCode = new Code();
    private final Code symbolsCode = new Code();
    private final Code distancesCode = new Code();
    private final int[] lengths = new int[1 << SYMBOL_CODES];

    private Unpacker(ByteSource file, int from, int to, int symbols) {
        this.file = file;
        this.bit = 8L * from;
        this.endBit = 8L * to;
        this.out = new byte[symbols];
    }

    /**
     * Unpacks one stream.
     *
     * @param announced how many symbols it should have
     * @return as many, or fewer when the stream breaks off
     * @throws FormatException when a repeat begins before the stream
     */
    static byte[] unpack(ByteSource file, int from, int to, long announced) throws FormatException {
        long most = Math.min(announced, (long) MOST_PER_BYTE * file.size() + ALWAYS);
        Unpacker unpacker = new Unpacker(file, from, to, (int) Math.min(most, Integer.MAX_VALUE - 8));
        unpacker.run();
        return Arrays.copyOf(unpacker.out, unpacker.filled);
    }

    private void run() throws FormatException {
        while (filled < out.length && bit + 16 <= endBit) {
            int left = bits(16);
            lengthCode(lengthsCode, LENGTH_CODES, 2);
            symbolCode();
            lengthCode(distancesCode, DISTANCE_CODES, -1);
            while (left-- > 0 && filled < out.length && bit <= endBit) {
                int symbol = symbolsCode.next();
                if (symbol == END) {
                    return;
                }
                if (symbol < FIRST_REPEAT) {
                    out[filled++] = (byte) symbol;
                } else {
                    repeat(symbol - FIRST_REPEAT + SHORTEST_REPEAT);
                }
            }
        }
    }

    private void repeat(int length) throws FormatException {
        int word = distancesCode.next();
        long distance =
                word > MOST_DISTANCE_BITS ? Long.MAX_VALUE : 1 + (word == 0 ? 0 : (1L << word - 1) + bits(word - 1));
        if (distance > filled) {
            throw file.wrong(
                    bit / 8,
                    "a repeat of what was unpacked, up to " + filled + " back",
                    distance == Long.MAX_VALUE ? "one without end" : Long.toString(distance));
        }
        int back = (int) distance;
        for (int i = 0; i < length && filled < out.length; i++, filled++) {
            out[filled] = out[filled - back];
        }
    }

    /** @param skipAfter behind which length a count of zeros stands; -1 for nowhere */
    private void lengthCode(Code code, int countBits, int skipAfter) {
        int count = bits(countBits);
        if (count == 0) {
            code.always(bits(countBits));
            return;
        }
        int all = 1 << countBits;
        Arrays.fill(lengths, 0, all, 0);
        for (int i = 0; i < count; i++) {
            int length = bits(3);
            if (length == 7) {
                while (length < LONGEST_WORD && bits(1) == 1) {
                    length++;
                }
            }
            lengths[i] = length;
            if (i == skipAfter) {
                i += bits(2);
            }
        }
        code.of(lengths, all);
    }

    private void symbolCode() {
        int count = bits(SYMBOL_CODES);
        if (count == 0) {
            symbolsCode.always(bits(SYMBOL_CODES));
            return;
        }
        Arrays.fill(lengths, 0);
        int i = 0;
        while (i < count && bit < endBit) {
            int word = lengthsCode.next();
            switch (word) {
                case 0 -> i++;
                case 1 -> i += 3 + bits(4);
                case 2 -> i += 20 + bits(9);
                default -> lengths[i++] = Math.min(LONGEST_WORD, word - 2);
            }
        }
        symbolsCode.of(lengths, lengths.length);
    }

    /** Beyond the stream's end there are zeros. */
    private int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | nextBit();
        }
        return value;
    }

    private int nextBit() {
        int value = 0;
        if (bit < endBit) {
            try {
                value = file.u8(bit >> 3) >> 7 - (int) (bit & 7) & 1;
            } catch (FormatException e) {
                throw new IllegalStateException("The stream's end lies within the file", e);
            }
        }
        bit++;
        return value;
    }

    /** A code: shorter words first, of equal length in the order of the symbols. */
    private final class Code {

        private final int[] firstWord = new int[LONGEST_WORD + 2];
        private final int[] firstIndex = new int[LONGEST_WORD + 2];
        private final int[] counts = new int[LONGEST_WORD + 2];
        private final int[] symbols = new int[1 << SYMBOL_CODES];
        private int only;

        /** Always the same symbol, in no bits. */
        void always(int symbol) {
            only = symbol;
        }

        /** By the lengths of the words of the first so many symbols. */
        void of(int[] lengths, int count) {
            only = -1;
            Arrays.fill(counts, 0);
            for (int symbol = 0; symbol < count; symbol++) {
                counts[lengths[symbol]]++;
            }
            counts[0] = 0;
            int index = 0;
            int word = 0;
            for (int length = 1; length <= LONGEST_WORD; length++) {
                word <<= 1;
                firstWord[length] = word;
                firstIndex[length] = index;
                for (int symbol = 0; symbol < count; symbol++) {
                    if (lengths[symbol] == length) {
                        symbols[index++] = symbol;
                        word++;
                    }
                }
            }
        }

        int next() {
            if (only >= 0) {
                return only;
            }
            int word = 0;
            for (int length = 1; length <= LONGEST_WORD; length++) {
                word = word << 1 | nextBit();
                int place = word - firstWord[length];
                if (place >= 0 && place < counts[length]) {
                    return symbols[firstIndex[length] + place];
                }
            }
            return END;
        }
    }
}
