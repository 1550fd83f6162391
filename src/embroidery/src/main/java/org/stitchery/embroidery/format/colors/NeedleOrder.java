package org.stitchery.embroidery.format.colors;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;

/**
 * Tajima's CT0, the machine's settings for a design, of which we know where it says which needle sews which use of a thread:
 *
 * <pre>
 * 108   "NS1:11", for each use the needle and between two of them a 1, blanks up to byte 30D
 * 480   "NS2:", a 0 for each use, blanks up to byte 583
 * </pre>
 *
 * <p>The rest is written as in the one genuine file that we have seen, which is 1,536 bytes long. Needles are one character;
 * from 10 on they are letters, as the machines' panels name them, which no file has confirmed.
 */
public final class NeedleOrder {

    /** The ending of its files. */
    public static final String EXTENSION = "ct0";

    private static final int SETTINGS = 0x60;
    private static final int ORDER = 0x108;
    private static final String BEFORE_NEEDLES = "NS1:11";
    private static final int ORDER_ENDS = 0x30D;
    private static final int REST = 0x434;
    private static final int REST_ENDS = 0x583;
    private static final int SIZE = 0x600;
    private static final String NEEDLES = "123456789abcdef";
    private static final int MOST_USES = (ORDER_ENDS - ORDER - BEFORE_NEEDLES.length() + 1) / 2;

    private NeedleOrder() {}

    /**
     * @param needles in the order of sewing, 1 to 15 each, up to 256 of them
     * @throws IllegalArgumentException when there are none, too many, or others
     */
    public static byte[] write(List<Integer> needles) {
        if (needles.isEmpty() || needles.size() > MOST_USES) {
            throw new IllegalArgumentException("A CT0 names 1 to " + MOST_USES + " needles, found " + needles.size());
        }
        StringBuilder order = new StringBuilder(BEFORE_NEEDLES);
        for (int i = 0; i < needles.size(); i++) {
            int needle = needles.get(i);
            if (needle < 1 || needle > NEEDLES.length()) {
                throw new IllegalArgumentException("A needle is 1 to " + NEEDLES.length() + ", found " + needle);
            }
            order.append(i == 0 ? "" : "1").append(NEEDLES.charAt(needle - 1));
        }
        Text text = new Text();
        text.add("TAJ-DGML-PULSE  1-1A 2060(550.0\u0081~400.0)S         2.00   4\u00149R")
                .upTo(SETTINGS);
        text.add("DC1:100\rDC2:100\rDC3:  0\rDC4:N\rDC5:S\r").upTo(ORDER);
        text.add(order.toString()).upTo(ORDER_ENDS);
        text.add("\rRP0:N\rRP1:  \rRP2:  \rRP3:      \rRP4:      \rRP5: \rRP6: \rRP7: \rST1:            \r")
                .upTo(REST);
        text.add("ST0:0\rAO1:0\rAO2:0\rAO3:0\rOF1:            \rOF2:            \rOF3:            \rNS2:");
        text.add("0".repeat(Math.min(needles.size(), REST_ENDS - text.size()))).upTo(REST_ENDS);
        return text.add("\r\u001A").upTo(SIZE).bytes();
    }

    /**
     * The needles in the order of sewing.
     *
     * @throws FormatException when it is no such file
     */
    public static List<Integer> read(byte[] content) throws FormatException {
        ByteSource file = new ByteSource("Needle order CT0", content);
        if (!file.says(ORDER, BEFORE_NEEDLES)) {
            throw file.wrong(ORDER, "\"" + BEFORE_NEEDLES + "\"", "something else");
        }
        List<Integer> needles = new ArrayList<>();
        for (int at = ORDER + BEFORE_NEEDLES.length(); at < ORDER_ENDS && file.u8(at) != ' '; at += 2) {
            int needle = NEEDLES.indexOf(Character.toLowerCase(file.u8(at))) + 1;
            if (needle == 0) {
                throw file.wrong(at, "a needle, 1 to 9 or a to f", "%02X".formatted(file.u8(at)));
            }
            needles.add(needle);
        }
        return List.copyOf(needles);
    }

    /** Text with blanks in its gaps. */
    private static final class Text {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Text add(String words) {
            bytes.writeBytes(words.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        }

        Text upTo(int offset) {
            while (bytes.size() < offset) {
                bytes.write(' ');
            }
            return this;
        }

        int size() {
            return bytes.size();
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
