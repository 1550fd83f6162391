package org.stitchery.driver.httppull;

import java.util.Map;
import java.util.TreeMap;

/**
 * Reads one JSON object whose values are texts, numbers, true, false or null (RFC 8259), as a map of texts; null counts as
 * not there. That is all this protocol says, so nothing nested is understood.
 */
final class FlatJson {

    private static final int MOST_FIELDS = 32;

    private final String text;
    private int at;

    private FlatJson(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException saying where it stops being one */
    static Map<String, String> parse(String text) {
        FlatJson reader = new FlatJson(text);
        reader.blanks();
        Map<String, String> fields = reader.object();
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.wrong("the end");
        }
        return fields;
    }

    private Map<String, String> object() {
        Map<String, String> fields = new TreeMap<>();
        expect('{');
        blanks();
        if (next() == '}') {
            at++;
            return fields;
        }
        while (true) {
            blanks();
            String name = string();
            blanks();
            expect(':');
            blanks();
            String value = value();
            if (!value.equals("null")) {
                fields.put(name, value.startsWith("\"") ? value.substring(1) : value);
            }
            blanks();
            if (next() == '}' || fields.size() >= MOST_FIELDS) {
                expect('}');
                return fields;
            }
            expect(',');
        }
    }

    /** Texts keep a quotation mark in front, so that {@code "null"} is not {@code null}. */
    private String value() {
        if (next() == '"') {
            return "\"" + string();
        }
        int start = at;
        while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String bare = text.substring(start, at);
        if (bare.matches("true|false|null|-?(0|[1-9][0-9]{0,18})(\\.[0-9]{1,18})?([eE][+-]?[0-9]{1,3})?")) {
            return bare;
        }
        at = start;
        throw wrong("a text, a number, true, false or null");
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            at++;
            if (c == '"') {
                return out.toString();
            } else if (c == '\\') {
                out.append(escaped());
            } else if (c < ' ') {
                throw wrong("a text without control characters");
            } else {
                out.append(c);
            }
        }
    }

    private char escaped() {
        char c = next();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("an escape of JSON");
        };
    }

    private char unicode() {
        String hex = text.substring(at, Math.min(text.length(), at + 4));
        if (!hex.matches("[0-9a-fA-F]{4}")) {
            throw wrong("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(hex, 16);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char wanted) {
        if (next() != wanted) {
            throw wrong("'" + wanted + "'");
        }
        at++;
    }

    private char next() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("not a flat JSON object: expected " + expected + " at character " + at);
    }
}
