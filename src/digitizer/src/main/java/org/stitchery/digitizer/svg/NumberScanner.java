package org.stitchery.digitizer.svg;

import java.util.Locale;

/**
 * Reads the numbers of SVG's attribute texts, in double precision, one after another.
 *
 * <p>Batik's number parser is not used for coordinates because it works in single precision: a drawing that lies far
 * from its origin, as drawing programs like to leave them, would lose its fine detail.
 */
final class NumberScanner {

    /** Powers of ten that a double holds exactly; with a mantissa below 2^53, one division or product rounds right. */
    private static final double[] EXACT_TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private static final long EXACT_MANTISSA = 1L << 53;

    private final String text;
    private int at;
    private double value;

    NumberScanner(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    /** The next character without taking it, 0 at the end. */
    char peek() {
        return at < text.length() ? text.charAt(at) : 0;
    }

    void take() {
        at++;
    }

    void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    /** Skips white space with at most one comma in it; tells whether there was a comma. */
    boolean skipComma() {
        skipSpace();
        if (peek() == ',') {
            at++;
            skipSpace();
            return true;
        }
        return false;
    }

    /** The number last read by {@link #number()}. */
    double value() {
        return value;
    }

    /**
     * Reads a number where one begins, else stays and answers false.
     *
     * @throws IntakeException for a number that is no number (NaN, Infinity) or has no place in a double
     */
    boolean number() {
        int p = at;
        boolean negative = false;
        if (p < text.length() && (text.charAt(p) == '-' || text.charAt(p) == '+')) {
            negative = text.charAt(p) == '-';
            p++;
        }
        long mantissa = 0;
        int exponent = 0;
        boolean exact = true;
        int digits = 0;
        for (; p < text.length() && isDigit(text.charAt(p)); p++, digits++) {
            exact &= mantissa < EXACT_MANTISSA / 10;
            mantissa = exact ? mantissa * 10 + (text.charAt(p) - '0') : mantissa;
        }
        if (p < text.length() && text.charAt(p) == '.') {
            p++;
            for (; p < text.length() && isDigit(text.charAt(p)); p++, digits++) {
                exact &= mantissa < EXACT_MANTISSA / 10;
                mantissa = exact ? mantissa * 10 + (text.charAt(p) - '0') : mantissa;
                exponent--;
            }
        }
        if (digits == 0) {
            refuseNamedNumber();
            return false;
        }
        int end = exponentEnd(p);
        if (end > p) {
            int written = clampedExponent(p + 1, end);
            exponent += written;
        }
        if (exact && Math.abs(exponent) < EXACT_TENS.length) {
            value = exponent < 0 ? mantissa / EXACT_TENS[-exponent] : mantissa * EXACT_TENS[exponent];
            value = negative ? -value : value;
        } else {
            value = Double.parseDouble(text.substring(at, end));
        }
        if (Double.isInfinite(value)) {
            throw Refusals.outOfRange();
        }
        at = end;
        return true;
    }

    /** Where an exponent that starts at {@code p} ends; {@code p} when there is none, as in {@code 1em}. */
    private int exponentEnd(int p) {
        if (p >= text.length() || (text.charAt(p) != 'e' && text.charAt(p) != 'E')) {
            return p;
        }
        int q = p + 1;
        if (q < text.length() && (text.charAt(q) == '-' || text.charAt(q) == '+')) {
            q++;
        }
        int first = q;
        while (q < text.length() && isDigit(text.charAt(q))) {
            q++;
        }
        return q > first ? q : p;
    }

    private int clampedExponent(int from, int end) {
        int exponent = 0;
        boolean negative = text.charAt(from) == '-';
        for (int i = from; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                exponent = Math.min(100_000, exponent * 10 + (text.charAt(i) - '0'));
            }
        }
        return negative ? -exponent : exponent;
    }

    /** Reads a flag of an arc: one character, with or without anything after it; -1 when there is none. */
    int flag() {
        char c = peek();
        if (c != '0' && c != '1') {
            return -1;
        }
        at++;
        return c - '0';
    }

    /** The letters and percent sign that follow a number, in lower case. */
    String unit() {
        int from = at;
        while (at < text.length() && (Character.isLetter(text.charAt(at)) || text.charAt(at) == '%')) {
            at++;
        }
        return from == at ? "" : text.substring(from, at).toLowerCase(Locale.ROOT);
    }

    /** Programs that divide by zero write these into files; what they meant cannot be known. */
    private void refuseNamedNumber() {
        int p = at;
        if (p < text.length() && (text.charAt(p) == '-' || text.charAt(p) == '+')) {
            p++;
        }
        if (text.regionMatches(true, p, "nan", 0, 3) || text.regionMatches(true, p, "inf", 0, 3)) {
            throw Refusals.badNumber();
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }
}
