package org.stitchery.embroidery.format.dst;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * What is worth knowing of a header: the name, colours if some program added them, and where the records begin. Counts
 * and extents are not read, since the records tell them and genuine headers are often wrong about them.
 *
 * @param present false when the first bytes are no DST header
 * @param name the design's name as it stands, without padding
 * @param threads from {@code TC:} lines, usually empty
 * @param bodyOffset where the records begin: 512, later only behind a header that ran over
 */
record DstHeaderReader(boolean present, String name, List<ThreadColor> threads, int bodyOffset) {

    /** No header of a program that runs over 512 bytes is longer: 999 colours with 60 bytes each. */
    private static final int LONGEST_HEADER = 64 * 1024;

    /** A name as long as this has run over its 16 characters, but it still is a name. */
    private static final int LONGEST_NAME = 256;

    private static final Pattern RGB = Pattern.compile("#[0-9a-fA-F]{6}");

    static DstHeaderReader of(byte[] content) {
        boolean present = content.length >= 3 && content[0] == 'L' && content[1] == 'A' && content[2] == ':';
        if (!present) {
            return new DstHeaderReader(false, "", List.of(), DstHeader.SIZE);
        }
        int textEnd = indexOfEnd(content, Math.min(content.length, DstHeader.SIZE));
        int bodyOffset = DstHeader.SIZE;
        if (textEnd == DstHeader.SIZE && hasThreadLine(content)) {
            int later = indexOfEnd(content, Math.min(content.length, LONGEST_HEADER));
            if (later < content.length && content[later] == DstHeader.END_OF_TEXT) {
                textEnd = later;
                bodyOffset = later + 1;
            }
        }
        String name = "";
        List<ThreadColor> threads = new ArrayList<>();
        int lineStart = 0;
        for (int i = 0; i <= textEnd; i++) {
            if (i == textEnd || content[i] == '\r' || content[i] == '\n') {
                if (lineStart == 0) {
                    name = name(content, i);
                } else if (i - lineStart > 3
                        && content[lineStart] == 'T'
                        && content[lineStart + 1] == 'C'
                        && content[lineStart + 2] == ':') {
                    addThread(text(content, lineStart + 3, i), threads);
                }
                lineStart = i + 1;
            }
        }
        return new DstHeaderReader(true, name, List.copyOf(threads), bodyOffset);
    }

    /** Where the end-of-text byte stands before the limit, or the limit. */
    private static int indexOfEnd(byte[] content, int limit) {
        for (int i = 3; i < limit; i++) {
            if (content[i] == DstHeader.END_OF_TEXT) {
                return i;
            }
        }
        return limit;
    }

    private static boolean hasThreadLine(byte[] content) {
        return text(content, 0, Math.min(content.length, DstHeader.SIZE)).contains("\rTC:");
    }

    private static String name(byte[] content, int lineEnd) {
        int end = lineEnd <= 3 + LONGEST_NAME ? lineEnd : Math.min(content.length, 3 + DstHeader.LABEL_LENGTH);
        String name = text(content, 3, end);
        int padding = name.indexOf('\0');
        return (padding < 0 ? name : name.substring(0, padding)).strip();
    }

    /** {@code #RRGGBB,name,number}; a line that is not like that is passed over. */
    private static void addThread(String line, List<ThreadColor> threads) {
        String[] parts = line.split(",", 3);
        String hex = parts[0].strip();
        if (RGB.matcher(hex).matches()) {
            String name = parts.length > 1 ? parts[1].strip() : "";
            String code = parts.length > 2 ? parts[2].strip() : "";
            threads.add(
                    new ThreadColor(Integer.parseInt(hex.substring(1), 16), "", code.equals("None") ? "" : code, name));
        }
    }

    /** UTF-8 when it is that, else the Western eight-bit code that older programs wrote. */
    private static String text(byte[] content, int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }
}
