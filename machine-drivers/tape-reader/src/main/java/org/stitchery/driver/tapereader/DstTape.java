package org.stitchery.driver.tapereader;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;

/**
 * The little a tape feeder has to know of a DST file, so that it never feeds something else.
 *
 * <pre>
 * 0    'L' 'A' ':'  label, 16 bytes, padded with blanks
 * 512  records of 3 bytes, the low two bits of the third always set; the last is 00 00 F3
 * </pre>
 *
 * <p>Some writers append 1A, and some pad further; both go out as they are.
 */
final class DstTape {

    private static final int HEADER_BYTES = 512;
    private static final int LABEL_AT = 3;
    private static final int LABEL_BYTES = 16;

    private DstTape() {}

    /** Why this order cannot be fed, null when it can. */
    static @Nullable String objection(DeliveryOrder order, byte[] content, long largestBytes) {
        if (!order.format().equals(TapeReaderDriver.FORMAT)) {
            return "A tape reader takes " + TapeReaderDriver.FORMAT + ", found " + order.format() + ".";
        }
        if (content.length > largestBytes) {
            return "The design has " + content.length + " bytes, the most is " + largestBytes + ".";
        }
        if (content.length < HEADER_BYTES + 3 || !text(content, 0, LABEL_AT).equals("LA:")) {
            return "The design does not begin with the 512-byte header of a DST file.";
        }
        String label = text(content, LABEL_AT, LABEL_BYTES).stripTrailing();
        if (!label.equals(order.label())) {
            return "The design is labelled \"" + label.replaceAll("[^ -~]", "?") + "\", the order says \""
                    + order.label() + "\".";
        }
        return endsWithEndRecord(content) ? null : "The design has no end record; it may have been cut off.";
    }

    private static boolean endsWithEndRecord(byte[] content) {
        for (int at = HEADER_BYTES; at + 2 < content.length; at += 3) {
            if (content[at] == 0 && content[at + 1] == 0 && content[at + 2] == (byte) 0xF3) {
                return true;
            }
        }
        return false;
    }

    private static String text(byte[] content, int from, int length) {
        return new String(content, from, length, StandardCharsets.ISO_8859_1);
    }
}
