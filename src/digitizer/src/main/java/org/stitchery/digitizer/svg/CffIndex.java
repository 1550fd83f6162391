package org.stitchery.digitizer.svg;

/**
 * A list of byte strings as the Compact Font Format keeps it: a count, the size of an offset, one offset more than there
 * are strings, and the strings. Offsets count from the byte before the first string.
 *
 * <p>Source: Adobe technical note 5176, section 5.
 */
final class CffIndex {

    private final FontBytes bytes;
    private final int start;
    private final int count;
    private final int offsetSize;
    private final int end;

    /** @throws FontException when it does not lie within */
    CffIndex(FontBytes bytes, int start) {
        this.bytes = bytes;
        this.start = start;
        count = bytes.u16(start);
        if (count == 0) {
            offsetSize = 1;
            end = start + 2;
        } else {
            offsetSize = bytes.u8(start + 2);
            if (offsetSize < 1 || offsetSize > 4) {
                throw new FontException("one of its lists is damaged");
            }
            long last = base() + offset(count);
            if (last > bytes.length()) {
                throw new FontException("it breaks off");
            }
            end = (int) last;
        }
    }

    int count() {
        return count;
    }

    /** Behind its last byte. */
    int end() {
        return end;
    }

    /** @throws FontException when there is no such string */
    FontBytes at(int i) {
        if (i < 0 || i >= count) {
            throw new FontException("it refers to a part that is not there");
        }
        long from = offset(i);
        return bytes.part(base() + from, offset(i + 1) - from);
    }

    private long base() {
        return start + 2L + (long) (count + 1) * offsetSize;
    }

    private long offset(int i) {
        long value = 0;
        for (int k = 0; k < offsetSize; k++) {
            value = value << 8 | bytes.u8(start + 3 + i * offsetSize + k);
        }
        return value;
    }
}
