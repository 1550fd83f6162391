package org.stitchery.embroidery.format.colors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.record.ByteSource;
import org.stitchery.embroidery.model.ThreadColor;

/** Lists as text: a line with the number of uses, then {@code number,red,green,blue}. */
final class ColLines {

    /** A line has up to 16 characters with its end; programs may pad them. */
    private static final int MOST_BYTES = 64 * (ColorList.MOST_USES + 1);

    private ColLines() {}

    static byte[] write(List<ColorUse> uses) {
        StringBuilder text = new StringBuilder().append(uses.size()).append("\r\n");
        for (int i = 0; i < uses.size(); i++) {
            int rgb = uses.get(i).thread().rgb();
            text.append(i)
                    .append(',')
                    .append(rgb >> 16)
                    .append(',')
                    .append(rgb >> 8 & 0xFF)
                    .append(',')
                    .append(rgb & 0xFF)
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    static List<ColorUse> read(ByteSource file) throws FormatException {
        if (file.size() == 0 || file.size() > MOST_BYTES) {
            throw file.wrong(0, "lines of text, up to " + MOST_BYTES + " bytes", file.size() + " bytes");
        }
        String text = file.text(0, file.size(), StandardCharsets.ISO_8859_1);
        int end = lineEnd(text, 0);
        int count = number(file, text.substring(0, end), 0, ColorList.MOST_USES);
        List<ColorUse> uses = new ArrayList<>();
        while (uses.size() < count) {
            int from = end + 1;
            if (from >= text.length()) {
                throw file.wrong(file.size(), "a line for colour " + uses.size(), "the end of the file");
            }
            end = lineEnd(text, from);
            String line = text.substring(from, end).strip();
            if (!line.isEmpty()) {
                uses.add(use(file, line, from));
            }
        }
        return uses;
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private static ColorUse use(ByteSource file, String line, int at) throws FormatException {
        String[] parts = line.split(",", -1);
        if (parts.length < 4) {
            throw file.wrong(at, "number,red,green,blue", "\"" + line + "\"");
        }
        int rgb = 0;
        for (int i = 1; i <= 3; i++) {
            rgb = rgb << 8 | number(file, parts[i], at, 0xFF);
        }
        return new ColorUse(ThreadColor.ofRgb(rgb), 0);
    }

    private static int number(ByteSource file, String words, int at, int most) throws FormatException {
        String digits = words.strip();
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) > most) {
            throw file.wrong(at, "a number up to " + most, "\"" + digits + "\"");
        }
        return Integer.parseInt(digits);
    }
}
