package org.stitchery.driver.grbl;

import java.util.Locale;

/**
 * Names that a line without checksums can make of another. One turned bit makes another character of one; or a character
 * that never comes into the line, a backspace that takes the one before with it, or the end of the line. Where a file of
 * such a name lies on the card, nobody could tell which of the two was run.
 */
final class Lookalike {

    private static final int CASE_BIT = 0x20;

    private Lookalike() {}

    /** True when the order to run the one could arrive as the order to run the other. Capitals do not matter on a card. */
    static boolean of(String ordered, String other) {
        String from = ordered.toUpperCase(Locale.ROOT);
        String to = other.toUpperCase(Locale.ROOT);
        if (from.equals(to)) {
            return false;
        }
        if (from.length() == to.length()) {
            return differInOneBit(from, to);
        }
        int missing = from.length() - to.length();
        return from.startsWith(to) || missing > 0 && missing <= 2 && lacksOnePiece(from, to, missing);
    }

    private static boolean differInOneBit(String from, String to) {
        int bits = 0;
        for (int i = 0; i < from.length(); i++) {
            int turned = from.charAt(i) ^ to.charAt(i);
            boolean maybeCase = Character.isLetter(from.charAt(i)) || Character.isLetter(to.charAt(i));
            bits += Integer.bitCount(maybeCase ? turned & ~CASE_BIT : turned);
        }
        return bits <= 1;
    }

    private static boolean lacksOnePiece(String from, String to, int missing) {
        for (int at = 0; at <= to.length(); at++) {
            if (from.startsWith(to.substring(0, at))
                    && from.substring(at + missing).equals(to.substring(at))) {
                return true;
            }
        }
        return false;
    }
}
