package org.stitchery.simulator.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the single words of a scenario; each throws {@link IllegalArgumentException} saying what it expected. */
final class Words {

    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|min)");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private Words() {}

    static int whole(String word) {
        try {
            int number = Integer.parseInt(word);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw expected("a whole number", word, e);
        }
        throw expected("0 or more", word, null);
    }

    static long seed(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw expected("a whole number", word, e);
        }
    }

    static double number(String word) {
        try {
            double number = Double.parseDouble(word);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw expected("a number", word, e);
        }
        throw expected("a number", word, null);
    }

    /** {@code 75} or {@code 75%}. */
    static int percent(String word) {
        int percent = whole(word.endsWith("%") ? word.substring(0, word.length() - 1) : word);
        if (percent > 100) {
            throw expected("0 to 100 percent", word, null);
        }
        return percent;
    }

    /** {@code 200ms}, {@code 1.5s}, {@code 2min}. */
    static Duration duration(String word) {
        Matcher matcher = DURATION.matcher(word);
        if (!matcher.matches()) {
            throw expected("a time as 200ms, 1.5s or 2min", word, null);
        }
        double millis = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1000;
            default -> 60_000;
        };
        return Duration.ofMillis(Math.round(Double.parseDouble(matcher.group(1)) * millis));
    }

    /** {@code 5-20}, or {@code 7} for both; the second is not below the first. */
    static int[] range(String word) {
        Matcher matcher = RANGE.matcher(word);
        if (matcher.matches()) {
            int from = Integer.parseInt(matcher.group(1));
            int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
            if (from <= to) {
                return new int[] {from, to};
            }
        }
        throw expected("a range as 5-20", word, null);
    }

    /** True for the first word, false for the second. */
    static boolean either(String word, String yes, String no) {
        if (!word.equals(yes) && !word.equals(no)) {
            throw expected(yes + " or " + no, word, null);
        }
        return word.equals(yes);
    }

    /** As scenarios spell it: {@code counts-trims}. */
    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static IllegalArgumentException expected(String what, String found, @Nullable Exception cause) {
        return new IllegalArgumentException("expected " + what + ", found \"" + found + "\"", cause);
    }
}
