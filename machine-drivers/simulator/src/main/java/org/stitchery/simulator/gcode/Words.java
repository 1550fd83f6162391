package org.stitchery.simulator.gcode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One line of G-code, read the way these controllers do: letters with numbers, comments skipped. */
final class Words {

    private final Map<String, Double> values = new LinkedHashMap<>();
    private boolean broken;

    private Words() {}

    /** A letter may come once, apart from G and M, which count with their number. */
    static Words of(String line) {
        Words words = new Words();
        String text = line.replaceAll("\\(.*?\\)|;.*", "").replaceAll("\\s", "");
        int at = 0;
        while (at < text.length()) {
            char letter = text.charAt(at++);
            int from = at;
            while (at < text.length() && "+-.0123456789".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            Double value = number(text.substring(from, at));
            if (letter < 'A' || letter > 'Z' || value == null) {
                words.broken = true;
                return words;
            }
            words.values.put(letter == 'G' || letter == 'M' ? letter + trimmed(value) : "" + letter, value);
        }
        return words;
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** It is no line of G-code. */
    boolean broken() {
        return broken;
    }

    boolean empty() {
        return values.isEmpty();
    }

    /** {@code has("G0")}, {@code has("X")}. */
    boolean has(String word) {
        return values.containsKey(word);
    }

    double value(String letter, double otherwise) {
        return values.getOrDefault(letter, otherwise);
    }

    /** The first G or M code that is none of these, null when all are. */
    @Nullable
    String codeOutside(Set<String> known) {
        return values.keySet().stream()
                .filter(word -> word.startsWith("G") || word.startsWith("M"))
                .filter(word -> !known.contains(word))
                .findFirst()
                .orElse(null);
    }
}
