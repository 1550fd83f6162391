package org.stitchery.driver.grbl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A design as the lines that go over the wire: without comments and blanks, each ended by LF alone. It holds words and
 * nothing else, so that no byte of it can be taken for a real-time command or a {@code $} setting, and none of its codes
 * writes to the controller's memory, during which grbl is deaf.
 */
final class GcodeProgram {

    private static final Pattern WORDS = Pattern.compile("([A-Z][-+]?[0-9.]+)+");
    private static final Pattern MEMORY = Pattern.compile(".*G(10|28\\.1|30\\.1)(?![0-9]).*");
    private static final Pattern HALT = Pattern.compile(".*M0*[016](?![0-9]).*");
    private static final Pattern END = Pattern.compile("M0*(2|30)");
    private static final Pattern MOVE = Pattern.compile("(G0*[0-3])?([XYZ][-+]?[0-9.]+)+(F[0-9.]+)?");

    private byte[] wire = new byte[0];
    private int[] wireEnds = new int[256];
    private int[] contentEnds = new int[256];
    private int lines;
    private final BitSet halts = new BitSet();
    private final BitSet moves = new BitSet();
    private final BitSet queued = new BitSet();
    private @Nullable String objection;

    private GcodeProgram() {}

    static GcodeProgram of(byte[] content, boolean numbers) {
        GcodeProgram program = new GcodeProgram();
        ByteArrayOutputStream wire = new ByteArrayOutputStream(content.length);
        boolean ended = false;
        String lastMove = "";
        for (int from = 0; from < content.length && program.objection == null; ) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            String words = words(new String(content, from, to - from, StandardCharsets.ISO_8859_1));
            from = to + 1;
            if (!words.isEmpty()) {
                program.objection = ended ? "Something follows the end of the design." : objectionTo(words);
                wire.writeBytes(((numbers ? "N" + (program.lines + 1) : "") + words + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
                lastMove = program.add(words, lastMove, wire.size(), Math.min(from, content.length));
                ended = END.matcher(words).matches();
            }
        }
        program.wire = wire.toByteArray();
        if (program.objection == null && !ended) {
            program.objection = "The design does not end with M2 or M30; it may have been cut off.";
        }
        return program;
    }

    private String add(String words, String lastMove, int wireEnd, int contentEnd) {
        if (lines == wireEnds.length) {
            wireEnds = Arrays.copyOf(wireEnds, 2 * lines);
            contentEnds = Arrays.copyOf(contentEnds, 2 * lines);
        }
        wireEnds[lines] = wireEnd;
        contentEnds[lines] = contentEnd;
        boolean move = MOVE.matcher(words).matches();
        moves.set(lines, move);
        // A move to where the frame is takes no place in the queue; the first may be one.
        queued.set(lines, move && !lastMove.isEmpty() && !words.equals(lastMove));
        halts.set(lines, HALT.matcher(words).matches());
        if (objection == null && wireEnd - start(lines) > GrblSettings.LONGEST_LINE) {
            objection = "Line " + (lines + 1) + " of the design is longer than " + GrblSettings.LONGEST_LINE
                    + " characters.";
        }
        lines++;
        return move ? words : lastMove;
    }

    private static @Nullable String objectionTo(String words) {
        if (!WORDS.matcher(words).matches()) {
            return "The design holds \"" + words.replaceAll("[^ -~]", "?") + "\", which is no G-code.";
        }
        return MEMORY.matcher(words).matches() ? words + " would change the controller's memory." : null;
    }

    /** The line without comments and blanks. */
    private static String words(String line) {
        StringBuilder words = new StringBuilder();
        boolean comment = false;
        for (int i = 0; i < line.length() && line.charAt(i) != ';'; i++) {
            char c = line.charAt(i);
            comment |= c == '(';
            if (!comment && c > ' ') {
                words.append(c);
            }
            comment &= c != ')';
        }
        return words.toString();
    }

    /** Why this cannot be streamed, null when it can. */
    @Nullable
    String objection() {
        return objection;
    }

    int lines() {
        return lines;
    }

    /** Not to be changed. */
    byte[] wire() {
        return wire;
    }

    /** Where line {@code i} begins on the wire. */
    int start(int i) {
        return i == 0 ? 0 : wireEnds[i - 1];
    }

    int end(int i) {
        return wireEnds[i];
    }

    /** How much of the design the first so many lines are, comments before them included. */
    int contentBytes(int firstLines) {
        return firstLines == 0 ? 0 : contentEnds[firstLines - 1];
    }

    /** A person has to do something before it goes on. */
    boolean halts(int i) {
        return halts.get(i);
    }

    boolean anyMoves(int firstLines) {
        int first = moves.nextSetBit(0);
        return first >= 0 && first < firstLines;
    }

    /** How many of the first lines are surely done when so many moves of them still wait in the queue. */
    int doneBefore(int firstLines, int waiting) {
        int line = firstLines;
        for (int left = waiting; left > 0 && line > 0; left--) {
            line = queued.previousSetBit(line - 1);
        }
        return Math.max(0, line);
    }

    /** For people. */
    String text(int i) {
        return new String(wire, start(i), end(i) - start(i), StandardCharsets.ISO_8859_1).strip();
    }
}
