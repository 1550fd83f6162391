package org.stitchery.driver.marlin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A design as numbered lines, the first number 1; comments and blank lines are left out. It holds words and nothing else,
 * and none of its codes stores settings, deletes files, or tampers with the numbering. After the design come M400, which
 * waits for every move, and M114, which says where the frame then is.
 */
final class NumberedProgram {

    private static final Pattern WORDS = Pattern.compile("[GMT][0-9.]+( ?[A-Z][-+]?[0-9.]+)*");
    private static final Pattern FORBIDDEN = Pattern.compile("M(2[0-9]|30|3[23]|92[89]|50[0-4]|110|112|997|999)( .*)?");
    private static final Pattern HALT = Pattern.compile("M0*[01]( .*)?|M600( .*)?");
    private static final Pattern MOVE = Pattern.compile("G0*[0-3]( ?[A-Z][-+]?[0-9.]+)*");
    private static final String END = ";END";
    private static final String LAST = "M114";

    private final byte[] content;
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int designLines;
    private final BitSet halts = new BitSet();
    private int firstMove = Integer.MAX_VALUE;
    private @Nullable String objection;

    private NumberedProgram(byte[] content) {
        this.content = content;
    }

    static NumberedProgram of(byte[] content) {
        NumberedProgram program = new NumberedProgram(content);
        boolean ended = false;
        for (int from = 0; from < content.length && program.objection == null; ) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            ended |= program.take(from, to);
            from = to + 1;
        }
        if (program.objection == null && !ended) {
            program.objection = "The design does not end with the comment " + END + "; it may have been cut off.";
        }
        return program;
    }

    /** @return true for the comment that ends a design */
    private boolean take(int from, int to) {
        String line = text(from, to).strip();
        String words = withoutComment(line);
        if (!words.isEmpty()) {
            objection = objectionTo(words);
            if (designLines == starts.length) {
                starts = Arrays.copyOf(starts, 2 * designLines);
                ends = Arrays.copyOf(ends, 2 * designLines);
            }
            halts.set(designLines, HALT.matcher(words).matches());
            if (MOVE.matcher(words).matches()) {
                firstMove = Math.min(firstMove, designLines + 1);
            }
            starts[designLines] = from;
            ends[designLines++] = to;
        }
        return line.equals(END);
    }

    private @Nullable String objectionTo(String words) {
        if (!WORDS.matcher(words).matches()) {
            return "The design holds \"" + words.replaceAll("[^ -~]", "?") + "\", which is no G-code.";
        }
        if (FORBIDDEN.matcher(words).matches()) {
            return words + " does not belong into a design.";
        }
        // Number, star and checksum take up to 14 characters more.
        return words.length() > MarlinDriver.LONGEST_LINE - 16
                ? "Line " + (designLines + 1) + " of the design is too long."
                : null;
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String withoutComment(String line) {
        int comment = line.indexOf(';');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    /** Why this cannot be streamed, null when it can. */
    @Nullable
    String objection() {
        return objection;
    }

    /** The number of the last line, M400 and M114 included. */
    int lines() {
        return designLines + 2;
    }

    /** The line that is answered only when everything has moved. */
    boolean isLast(int number) {
        return number == lines();
    }

    /** The words of a line, by its number from 1; 0 is the line that sets the numbering to 0. */
    String words(int number) {
        if (number == 0) {
            return "M110 N0";
        }
        if (number > designLines) {
            return isLast(number) ? LAST : "M400";
        }
        return withoutComment(text(starts[number - 1], ends[number - 1]).strip());
    }

    /** As it goes over the wire. */
    byte[] wire(int number) {
        byte[] body = ("N" + number + " " + words(number)).getBytes(StandardCharsets.US_ASCII);
        int sum = 0;
        for (byte value : body) {
            sum ^= value;
        }
        byte[] tail = ("*" + sum + "\n").getBytes(StandardCharsets.US_ASCII);
        byte[] wire = Arrays.copyOf(body, body.length + tail.length);
        System.arraycopy(tail, 0, wire, body.length, tail.length);
        return wire;
    }

    /** How much of the design the first lines up to this number are. */
    int contentBytes(int number) {
        int line = Math.min(number, designLines);
        return line == 0 ? 0 : Math.min(content.length, ends[line - 1] + 1);
    }

    boolean halts(int number) {
        return number >= 1 && halts.get(number - 1);
    }

    /** A line up to this number moves something. */
    boolean moves(int number) {
        return number >= firstMove;
    }
}
