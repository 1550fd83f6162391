package org.stitchery.embroidery.format;

import java.util.Arrays;
import java.util.Random;

/** Damage as it happens to files, and as somebody might do on purpose; the same for the same seed. */
public final class Mutation {

    private Mutation() {}

    /** One to four damages of any kind. */
    public static byte[] of(byte[] whole, byte[] other, long seed) {
        Random random = new Random(seed);
        byte[] bytes = whole.clone();
        int changes = 1 + random.nextInt(4);
        for (int c = 0; c < changes && bytes.length > 0; c++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(7)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt(256);
                case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(64)), extreme(random));
                case 3 -> bytes = Arrays.copyOf(bytes, at);
                case 4 -> bytes = spliced(bytes, other, at, random);
                case 5 -> bytes = repeated(bytes, at, random);
                default -> extremeNumber(bytes, at, random);
            }
        }
        return bytes;
    }

    private static byte extreme(Random random) {
        byte[] extremes = {0, -1, 0x7F, (byte) 0x80, 0x1A, ' ', '9', (byte) 0xF3};
        return extremes[random.nextInt(extremes.length)];
    }

    /** 0, -1, the largest and the smallest of its size, or close to them, in one, two or four bytes of either order. */
    private static void extremeNumber(byte[] bytes, int at, Random random) {
        int size = 1 << random.nextInt(3);
        long highest = 1L << 8 * size - 1;
        long[] numbers = {0, -1, highest - 1, highest, 1, bytes.length, bytes.length - 1L};
        long number = numbers[random.nextInt(numbers.length)];
        boolean highFirst = random.nextBoolean();
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >> 8 * (highFirst ? size - 1 - i : i));
        }
    }

    private static byte[] spliced(byte[] bytes, byte[] other, int at, Random random) {
        int from = random.nextInt(other.length);
        byte[] spliced = Arrays.copyOf(bytes, at + other.length - from);
        System.arraycopy(other, from, spliced, at, other.length - from);
        return spliced;
    }

    private static byte[] repeated(byte[] bytes, int at, Random random) {
        int length = Math.min(bytes.length - at, 1 + random.nextInt(300));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, longer, at + length, bytes.length - at);
        return longer;
    }
}
