package org.stitchery.embroidery.format.gcode;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/**
 * The comments a file begins with, which controllers skip: dialect, name, number of stitches, threads.
 *
 * <pre>
 * ;Stitchery gcode-grbl
 * ;Name: ROSE
 * ;Stitches: 1234
 * ;Thread1: #c81e32 1300|Isacord 40|Tulip
 * </pre>
 *
 * pyembroidery writes {@code (name: ROSE)} and {@code (Thread0: #c81e32 ...)}, which are understood as well.
 */
final class GcodeHeader {

    static final int NAME_LENGTH = 60;

    private static final String MARK = ";Stitchery ";
    private static final String NAME = "name:";
    private static final String THREAD = "thread";

    /** A line of ours has at most 80 characters; these leave room for the rest of a thread's line. */
    private static final int CODE_LENGTH = 12;

    private static final int WORD_LENGTH = 20;

    private String name = "";
    private boolean mirrored;
    private final List<ThreadColor> threads = new ArrayList<>();

    String name() {
        return name;
    }

    List<ThreadColor> threads() {
        return threads;
    }

    /** The file's x grows to the left. */
    boolean mirrored() {
        return mirrored;
    }

    /** The dialect a file of ours says it is in. */
    static Optional<GcodeDialect> mark(byte[] content) {
        int end = 0;
        while (end < content.length && end < 80 && content[end] != '\n') {
            end++;
        }
        String line = new String(content, 0, end, StandardCharsets.ISO_8859_1);
        return line.startsWith(MARK)
                ? GcodeDialect.byId(line.substring(MARK.length()).strip())
                : Optional.empty();
    }

    static List<String> lines(GcodeDialect dialect, StitchPattern pattern) {
        List<String> lines = new ArrayList<>();
        lines.add(MARK + dialect.id());
        String plain = plain(pattern.name(), NAME_LENGTH);
        if (!plain.isEmpty()) {
            lines.add(";Name: " + plain);
        }
        lines.add(";Stitches: " + pattern.count(StitchCommand.STITCH));
        for (int i = 0; i < pattern.threads().size(); i++) {
            lines.add(";Thread" + (i + 1) + ": " + thread(pattern.threads().get(i)));
        }
        return lines;
    }

    private static String thread(ThreadColor thread) {
        String known = plain(thread.code(), CODE_LENGTH) + "|" + plain(thread.brand(), WORD_LENGTH) + "|"
                + plain(thread.name(), WORD_LENGTH);
        return known.equals("||") ? thread.hex() : thread.hex() + " " + known;
    }

    /** Takes in what a comment says, given without its marks. */
    void take(String comment) {
        String text = comment.strip();
        if (startsWith(text, "STITCH_COUNT:")) {
            mirrored = true;
        } else if (startsWith(text, NAME) && name.isEmpty()) {
            name = text.substring(NAME.length()).strip();
        } else if (startsWith(text, THREAD)) {
            ThreadColor thread = thread(text.substring(THREAD.length()));
            if (thread != null) {
                threads.add(thread);
            }
        }
    }

    private static boolean startsWith(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    /** @param text {@code 1: #c81e32 1300|Isacord 40|Tulip} */
    private static @Nullable ThreadColor thread(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        int hash = text.indexOf('#', at);
        if (at == 0 || hash < 0 || hash > at + 2 || text.length() < hash + 7) {
            return null;
        }
        int rgb = 0;
        for (int i = hash + 1; i <= hash + 6; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return null;
            }
            rgb = rgb << 4 | digit;
        }
        String[] known = text.substring(hash + 7).strip().split("\\|", 3);
        return known.length == 3
                ? new ThreadColor(rgb, known[1].strip(), known[0].strip(), known[2].strip())
                : ThreadColor.ofRgb(rgb);
    }

    /** ASCII without accents and control characters, no longer than so many characters and without blanks at its ends. */
    static String plain(String text, int longest) {
        String split = Normalizer.normalize(text.strip(), Normalizer.Form.NFD);
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < split.length() && plain.length() < longest; ) {
            int c = split.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            plain.append(c == '|' ? '/' : c >= ' ' && c < 0x7F ? (char) c : '_');
        }
        return plain.toString().strip();
    }
}
