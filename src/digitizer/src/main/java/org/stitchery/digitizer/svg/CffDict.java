package org.stitchery.digitizer.svg;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A dictionary of the Compact Font Format: numbers and behind them the key they belong to. Keys of two bytes, the first of
 * them 12, are 1200 and the second byte.
 *
 * <p>Source: Adobe technical note 5176, section 4.
 */
final class CffDict {

    private static final int MOST_NUMBERS = 48;

    private final Map<Integer, double[]> entries = new HashMap<>();

    /** @throws FontException when it breaks off or has too many numbers */
    CffDict(FontBytes bytes) {
        double[] numbers = new double[MOST_NUMBERS];
        int n = 0;
        int at = 0;
        while (at < bytes.length()) {
            int b = bytes.u8(at++);
            if (b <= 21) {
                int key = b == 12 ? 1200 + bytes.u8(at++) : b;
                entries.put(key, Arrays.copyOf(numbers, n));
                n = 0;
                continue;
            }
            if (n == MOST_NUMBERS) {
                throw new FontException("one of its lists is damaged");
            }
            if (b == 28) {
                numbers[n++] = bytes.s16(at);
                at += 2;
            } else if (b == 29) {
                numbers[n++] = (int) bytes.u32(at);
                at += 4;
            } else if (b == 30) {
                // A decimal fraction; none of the entries that are read has one.
                while ((bytes.u8(at) & 0x0F) != 0x0F && bytes.u8(at) >> 4 != 0x0F) {
                    at++;
                }
                at++;
                numbers[n++] = Double.NaN;
            } else if (b >= 32 && b <= 246) {
                numbers[n++] = b - 139;
            } else if (b >= 247 && b <= 250) {
                numbers[n++] = (b - 247) * 256 + bytes.u8(at++) + 108;
            } else if (b >= 251 && b <= 254) {
                numbers[n++] = -(b - 251) * 256 - bytes.u8(at++) - 108;
            } else {
                throw new FontException("one of its lists is damaged");
            }
        }
    }

    boolean has(int key) {
        return entries.containsKey(key);
    }

    /** A number of an entry; the fallback where the entry has none. */
    int number(int key, int i, int fallback) {
        double[] numbers = entries.get(key);
        return numbers == null || i >= numbers.length || Double.isNaN(numbers[i]) ? fallback : (int) numbers[i];
    }
}
