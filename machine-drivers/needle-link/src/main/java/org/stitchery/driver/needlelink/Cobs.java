package org.stitchery.driver.needlelink;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Consistent overhead byte stuffing: bytes without a zero among them, so that a zero can mean "here a frame ends" and
 * nothing else, whatever was lost before it.
 *
 * <p>Each run of bytes that are not zero is written behind its length plus one; a zero follows it unless the length is 255
 * or the end has come. Source: S. Cheshire and M. Baker, Consistent Overhead Byte Stuffing, IEEE/ACM Transactions on
 * Networking 7(2), 1999.
 */
final class Cobs {

    private static final int LONGEST_RUN = 254;

    private Cobs() {}

    static byte[] encode(byte[] plain) {
        byte[] stuffed = new byte[plain.length + plain.length / LONGEST_RUN + 1];
        int lengthAt = 0;
        int to = 1;
        for (int from = 0; from < plain.length; from++) {
            if (plain[from] != 0) {
                stuffed[to++] = plain[from];
            }
            boolean full = to - lengthAt - 1 == LONGEST_RUN;
            if (plain[from] == 0 || (full && from + 1 < plain.length)) {
                stuffed[lengthAt] = (byte) (to - lengthAt);
                lengthAt = to++;
            }
        }
        stuffed[lengthAt] = (byte) (to - lengthAt);
        return Arrays.copyOf(stuffed, to);
    }

    /** Null when these bytes cannot have been encoded so. */
    static byte @Nullable [] decode(byte[] stuffed, int length) {
        byte[] plain = new byte[length];
        int to = 0;
        int from = 0;
        while (from < length) {
            int run = stuffed[from++] & 0xFF;
            if (run == 0 || from + run - 1 > length) {
                return null;
            }
            for (int i = 1; i < run; i++) {
                if (stuffed[from] == 0) {
                    return null;
                }
                plain[to++] = stuffed[from++];
            }
            if (run <= LONGEST_RUN && from < length) {
                plain[to++] = 0;
            }
        }
        return Arrays.copyOf(plain, to);
    }
}
