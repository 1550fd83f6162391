package org.stitchery.transport;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The part of a machine address behind the question mark. */
final class UriQuery {

    private UriQuery() {}

    static Map<String, String> parse(String text) {
        Map<String, String> values = new TreeMap<>();
        if (text.isEmpty()) {
            return values;
        }
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Expected name=value after the ?, found \"" + part + "\"");
            }
            if (values.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                throw new IllegalArgumentException("\"" + part.substring(0, equals) + "\" is given twice");
            }
        }
        return values;
    }

    static void allowOnly(Map<String, String> query, Set<String> known) {
        for (String key : query.keySet()) {
            if (!known.contains(key)) {
                throw new IllegalArgumentException(
                        "No parameter \"" + key + "\"; known are " + String.join(", ", known));
            }
        }
    }

    static int integer(Map<String, String> query, String key, int otherwise, int min, int max) {
        String value = query.get(key);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(key, min, max, value, e);
        }
        throw wrong(key, min, max, value, null);
    }

    private static IllegalArgumentException wrong(
            String key, int min, int max, String found, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                key + " is a whole number from " + min + " to " + max + ", found \"" + found + "\"", cause);
    }

    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
