package org.stitchery.embroidery.format.gcode;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One line, taken apart: letters with their numbers, and its comment. The instance is filled anew for each line, so that
 * a long file costs no memory. Numbers are kept in ten-thousandths, exactly as far as they are written; more decimals are
 * cut off. A letter without a number, or a number too large to mean anything, counts as unreadable and is left out.
 */
final class GcodeLine {

    /** Of one unit as written. */
    static final int SCALE = 10_000;

    private static final int MOST_WORDS = 24;

    /** Ten kilometres in ten-thousandths of a millimetre: beyond every place a pattern can have. */
    private static final long LARGEST = 10_000_000L * SCALE;

    private static final int LOOKED_AT_BYTES = 4096;

    private final byte[] content;
    private final char[] letters = new char[MOST_WORDS];
    private final long[] values = new long[MOST_WORDS];
    private int words;
    private int unreadable;
    private int commentFrom;
    private int commentTo;
    private int at;
    private int end;

    GcodeLine(byte[] content) {
        this.content = content;
    }

    /** Reads the line that begins there; where the next one begins. */
    int read(int from) {
        words = 0;
        unreadable = 0;
        commentFrom = commentTo = from;
        end = from;
        while (end < content.length && content[end] != '\n' && content[end] != '\r') {
            end++;
        }
        at = from;
        while (at < end) {
            readOne();
        }
        return end + 1;
    }

    private void readOne() {
        int c = content[at] & 0xFF;
        if (c == ';') {
            comment(at + 1, end);
            at = end;
        } else if (c == '(') {
            int close = at + 1;
            while (close < end && content[close] != ')') {
                close++;
            }
            comment(at + 1, close);
            at = close + 1;
        } else if (c == '*') {
            at = end; // a checksum of the wire
        } else if (c <= ' ' || c == '%') {
            at++;
        } else if (isLetter(c)) {
            at++;
            word((char) (c & ~0x20));
        } else {
            unreadable++;
            at++;
        }
    }

    private void comment(int from, int to) {
        if (commentFrom == commentTo) {
            commentFrom = from;
            commentTo = to;
        }
    }

    private void word(char letter) {
        while (at < end && content[at] == ' ') {
            at++;
        }
        boolean negative = at < end && content[at] == '-';
        if (negative || at < end && content[at] == '+') {
            at++;
        }
        long value = 0;
        int digits = 0;
        int decimals = -1;
        for (; at < end; at++) {
            int c = content[at];
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals < 4 && value < LARGEST) {
                    value = 10 * value + c - '0';
                    decimals += decimals < 0 ? 0 : 1;
                }
            } else {
                break;
            }
        }
        for (int i = Math.max(0, decimals); i < 4; i++) {
            value *= 10;
        }
        if (digits == 0 || value > LARGEST || words == MOST_WORDS) {
            unreadable++;
            return;
        }
        letters[words] = letter;
        values[words++] = negative ? -value : value;
    }

    private static boolean isLetter(int c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    int words() {
        return words;
    }

    char letter(int i) {
        return letters[i];
    }

    /** In ten-thousandths. */
    long value(int i) {
        return values[i];
    }

    boolean has(char letter) {
        return indexOf(letter) >= 0;
    }

    /** In ten-thousandths; only for a letter the line has. */
    long valueOf(char letter) {
        return values[indexOf(letter)];
    }

    boolean is(char letter, int number) {
        for (int i = 0; i < words; i++) {
            if (letters[i] == letter && values[i] == (long) number * SCALE) {
                return true;
            }
        }
        return false;
    }

    private int indexOf(char letter) {
        for (int i = 0; i < words; i++) {
            if (letters[i] == letter) {
                return i;
            }
        }
        return -1;
    }

    /** Things in the line that are neither word nor comment. */
    int unreadable() {
        return unreadable;
    }

    /** The first comment without its marks, null when there is none. */
    @Nullable
    String comment() {
        return commentFrom == commentTo
                ? null
                : new String(content, commentFrom, commentTo - commentFrom, StandardCharsets.UTF_8);
    }

    /** The first lines are words and comments, with a code among them, and nothing else. */
    static boolean looksLikeGcode(byte[] content) {
        GcodeLine line = new GcodeLine(content);
        boolean code = false;
        int from = 0;
        while (from < content.length && from < LOOKED_AT_BYTES) {
            from = line.read(from);
            if (line.unreadable > 0 || line.words == 0 && line.comment() == null && !line.blank()) {
                return false;
            }
            code |= line.has('G') || line.has('M');
        }
        return code;
    }

    private boolean blank() {
        return words == 0 && unreadable == 0;
    }
}
