package org.stitchery.embroidery.format.brother;

import org.stitchery.embroidery.format.record.DesignReading;

/**
 * Stitches of a PEC block that follow each other. Nearly all of a file are such, so they have a narrow loop of their own,
 * which gathers moves in a small array and hands them on together. For one file.
 */
final class PecRun {

    /** Small enough to stay in the processor's first cache. */
    private static final int MOST = 512;

    /** Set in the first byte of a long value that is a jump or a cut, and in the codes for changes and the end. */
    private static final int SPECIAL = 0x30;

    private final int[] moves = new int[MOST];
    private int behind;

    /** Takes in stitches from the offset on; returns where something else begins, or may begin. */
    int read(byte[] content, int from, DesignReading design) {
        int o = from;
        int n = MOST;
        while (n == MOST) {
            n = gather(content, o);
            if (n == 0 || !design.stitchesBy(moves, n)) {
                break;
            }
            o = behind;
        }
        return o;
    }

    private int gather(byte[] content, int from) {
        int[] gathered = moves;
        int o = from;
        int n = 0;
        // Room for two long values, so that none need be asked for.
        int end = content.length - 4;
        while (n < MOST && o <= end) {
            int first = content[o];
            int second = content[o + 1];
            if ((first | second) >= 0) {
                gathered[n] = (shortValue(second) << 16) + shortValue(first);
                o += 2;
            } else {
                int atY = o + (first < 0 ? 2 : 1);
                second = content[atY];
                if (isSpecial(first) || isSpecial(second)) {
                    break;
                }
                int dx = first < 0 ? longValue(first, content[o + 1]) : shortValue(first);
                int dy = second < 0 ? longValue(second, content[atY + 1]) : shortValue(second);
                gathered[n] = (dy << 16) + dx;
                o = atY + (second < 0 ? 2 : 1);
            }
            n++;
        }
        behind = o;
        return n;
    }

    private static int shortValue(int stored) {
        return stored << 25 >> 25;
    }

    private static int longValue(int high, int low) {
        return (high << 8 | low & 0xFF) << 20 >> 20;
    }

    private static boolean isSpecial(int first) {
        return first < 0 && (first & SPECIAL) != 0;
    }
}
