package org.stitchery.embroidery.format.dst;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The 512 bytes in front of the records, to be written.
 *
 * @param label up to 16 plain characters
 * @param records number of records, the end included
 * @param colorChanges number of colour changes and stops
 * @param right furthest to the right of the start, never negative, like the next three
 * @param left furthest to the left
 * @param up furthest up
 * @param down furthest down
 * @param lastX last position, to the right of the start
 * @param lastY last position, downwards
 * @param threads to be added as {@code TC:} lines as far as they fit; machines do not read them
 */
record DstHeader(
        String label,
        int records,
        int colorChanges,
        int right,
        int left,
        int up,
        int down,
        int lastX,
        int lastY,
        List<ThreadColor> threads) {

    static final int SIZE = 512;
    static final int LABEL_LENGTH = 16;
    static final byte END_OF_TEXT = 0x1A;

    static final int MOST_RECORDS = 9_999_999;
    static final int MOST_COLOR_CHANGES = 999;
    static final int FURTHEST = 99_999;

    /** Writes exactly {@link #SIZE} bytes; numbers too large for their field say the largest it can hold. */
    void encode(byte[] into) {
        StringBuilder text = new StringBuilder(SIZE);
        text.append("LA:").append(left(label, LABEL_LENGTH)).append('\r');
        text.append("ST:").append(right(records, MOST_RECORDS)).append('\r');
        text.append("CO:").append(right(colorChanges, MOST_COLOR_CHANGES)).append('\r');
        text.append("+X:").append(right(right, FURTHEST)).append('\r');
        text.append("-X:").append(right(left, FURTHEST)).append('\r');
        text.append("+Y:").append(right(up, FURTHEST)).append('\r');
        text.append("-Y:").append(right(down, FURTHEST)).append('\r');
        text.append("AX:").append(signed(lastX)).append('\r');
        text.append("AY:").append(signed(lastY)).append('\r');
        text.append("MX:").append(signed(0)).append('\r');
        text.append("MY:").append(signed(0)).append('\r');
        text.append("PD:******\r");
        for (ThreadColor thread : threads) {
            String line = threadLine(thread);
            if (text.length() + line.length() > SIZE - 1) {
                break;
            }
            text.append(line);
        }
        Arrays.fill(into, 0, SIZE, (byte) ' ');
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        into[bytes.length] = END_OF_TEXT;
    }

    private static String threadLine(ThreadColor thread) {
        return "TC:" + thread.hex() + "," + printable(thread.name()) + "," + printable(thread.code()) + "\r";
    }

    /** Commas part the line's fields, so a name's own become semicolons. */
    private static String printable(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "_").replace(',', ';');
    }

    private static String left(String text, int width) {
        String cut = text.substring(0, Math.min(width, text.length()));
        return cut + " ".repeat(width - cut.length());
    }

    private static String right(int value, int largest) {
        String digits = Integer.toString(Math.min(value, largest));
        return " ".repeat(Integer.toString(largest).length() - digits.length()) + digits;
    }

    private static String signed(int value) {
        return (value < 0 ? "-" : "+") + right(Math.abs(value), FURTHEST);
    }
}
