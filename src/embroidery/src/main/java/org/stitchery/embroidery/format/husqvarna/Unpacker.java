package org.stitchery.embroidery.format.husqvarna;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

/**
 * Packs and unpacks the streams of a HUS: repeats and shortened codes, the kinsfolk of LHA's methods, bits from the highest
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
    private static final int MOST_IN_BLOCK = 0xFFFF;

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
            Code lengths = lengthCode(LENGTH_CODES, 2);
            Code symbols = symbolCode(lengths);
            Code distances = lengthCode(DISTANCE_CODES, -1);
            while (left-- > 0 && filled < out.length && bit <= endBit) {
                int symbol = symbols.next();
                if (symbol == END) {
                    return;
                }
                if (symbol < FIRST_REPEAT) {
                    out[filled++] = (byte) symbol;
                } else {
                    repeat(symbol - FIRST_REPEAT + SHORTEST_REPEAT, distances);
                }
            }
        }
    }

    private void repeat(int length, Code distances) throws FormatException {
        int word = distances.next();
        int distance = 1 + (word == 0 ? 0 : (1 << word - 1) + bits(word - 1));
        if (distance > filled) {
            throw file.wrong(
                    bit / 8, "a repeat of what was unpacked, up to " + filled + " back", Integer.toString(distance));
        }
        for (int i = 0; i < length && filled < out.length; i++, filled++) {
            out[filled] = out[filled - distance];
        }
    }

    /** @param skipAfter behind which length a count of zeros stands; -1 for nowhere */
    private Code lengthCode(int countBits, int skipAfter) {
        int count = bits(countBits);
        if (count == 0) {
            return new Code(bits(countBits));
        }
        int[] lengths = new int[Math.max(count, 1 << countBits)];
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
        return new Code(lengths);
    }

    private Code symbolCode(Code lengthsOf) {
        int count = bits(SYMBOL_CODES);
        if (count == 0) {
            return new Code(bits(SYMBOL_CODES));
        }
        int[] lengths = new int[1 << SYMBOL_CODES];
        int i = 0;
        while (i < count && bit < endBit) {
            int word = lengthsOf.next();
            switch (word) {
                case 0 -> i++;
                case 1 -> i += 3 + bits(4);
                case 2 -> i += 20 + bits(9);
                default -> lengths[i++] = Math.min(LONGEST_WORD, word - 2);
            }
        }
        return new Code(lengths);
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
        private final int[] symbols;
        private final int only;

        /** Always the same symbol, in no bits. */
        Code(int only) {
            this.only = only;
            this.symbols = new int[0];
        }

        Code(int[] lengths) {
            only = -1;
            symbols = new int[lengths.length];
            for (int length : lengths) {
                counts[length]++;
            }
            counts[0] = 0;
            int index = 0;
            int word = 0;
            for (int length = 1; length <= LONGEST_WORD; length++) {
                word <<= 1;
                firstWord[length] = word;
                firstIndex[length] = index;
                for (int symbol = 0; symbol < lengths.length; symbol++) {
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

    /** Packs without packing: words of eight bits that stand for themselves, as other writers do it. */
    static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int from = 0; from < plain.length; from += MOST_IN_BLOCK) {
            int length = Math.min(MOST_IN_BLOCK, plain.length - from);
            packed.write(length >> 8);
            packed.write(length);
            packed.writeBytes(new byte[] {0x02, (byte) 0xA0, 0x01, (byte) 0xFE});
            packed.write(plain, from, length);
        }
        return packed.toByteArray();
    }
}
