package org.stitchery.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes JSON, two spaces to a level, members in the order they are told. */
final class Json {

    private final StringBuilder text = new StringBuilder();
    private final Deque<Character> open = new ArrayDeque<>();
    private boolean first = true;

    Json beginObject() {
        return begin('{', '}');
    }

    Json beginObject(String name) {
        return name(name).begin('{', '}');
    }

    Json beginArray(String name) {
        return name(name).begin('[', ']');
    }

    /** Ends the innermost object or array. */
    Json end() {
        char closing = open.pop();
        if (!first) {
            newLine();
        }
        text.append(closing);
        first = false;
        return this;
    }

    Json member(String name, @Nullable String value) {
        name(name);
        string(value);
        return this;
    }

    Json member(String name, long value) {
        name(name).text.append(value);
        return this;
    }

    /** A number with at most so many digits behind the point. */
    Json member(String name, double value, int digits) {
        String number = String.format(Locale.ROOT, "%." + digits + "f", value);
        name(name).text.append(number.equals("-0." + "0".repeat(digits)) ? number.substring(1) : number);
        return this;
    }

    /** A number, or null. */
    Json member(String name, @Nullable Double value, int digits) {
        if (value != null) {
            return member(name, value.doubleValue(), digits);
        }
        name(name).text.append("null");
        return this;
    }

    /** Something of an array. */
    Json element(String value) {
        separate();
        string(value);
        return this;
    }

    /** Something of an array; end it. */
    Json beginElement() {
        return begin('{', '}');
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("JSON still open: " + open);
        }
        return text + "\n";
    }

    private Json begin(char opening, char closing) {
        if (text.length() > 0 && text.charAt(text.length() - 1) != ' ') {
            separate();
        }
        text.append(opening);
        open.push(closing);
        first = true;
        return this;
    }

    private Json name(String name) {
        separate();
        string(name);
        text.append(": ");
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        newLine();
        first = false;
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(open.size()));
    }

    private void string(@Nullable String value) {
        if (value == null) {
            text.append("null");
            return;
        }
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\t' -> text.append("\\t");
                default -> {
                    // Lone surrogates and control characters would make the text unreadable for others.
                    if (c < ' ' || c == 0x7F || Character.isSurrogate(c)) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
