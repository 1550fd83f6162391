package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The declarations between two braces, or of a style attribute. */
final class CssBlock {

    /** One declaration; the name is in lower case unless it is a custom property. */
    record Declaration(String name, String value, boolean important) {}

    private CssBlock() {}

    /**
     * Reads declarations, skipping broken ones as CSS asks.
     *
     * @param text without comments
     * @param onBroken hears that one was skipped
     */
    static List<Declaration> read(String text, Runnable onBroken) {
        List<Declaration> found = new ArrayList<>();
        split(text, ';', piece -> {
            String declaration = piece.strip();
            if (declaration.isEmpty()) {
                return;
            }
            int colon = declaration.indexOf(':');
            if (colon <= 0) {
                onBroken.run();
                return;
            }
            String name = declaration.substring(0, colon).strip();
            String value = declaration.substring(colon + 1).strip();
            boolean important = false;
            int bang = value.lastIndexOf('!');
            if (bang >= 0 && value.substring(bang + 1).strip().equalsIgnoreCase("important")) {
                important = true;
                value = value.substring(0, bang).strip();
            }
            if (value.isEmpty()) {
                onBroken.run();
                return;
            }
            found.add(new Declaration(name.startsWith("--") ? name : name.toLowerCase(Locale.ROOT), value, important));
        });
        return found;
    }

    /** Splits at a separator that stands outside quotes and brackets. */
    static void split(String text, char separator, Consumer<String> piece) {
        int from = 0;
        int nested = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[') {
                nested++;
            } else if (c == ')' || c == ']') {
                nested--;
            } else if (c == separator && nested <= 0) {
                piece.accept(text.substring(from, i));
                from = i + 1;
            }
        }
        piece.accept(text.substring(from));
    }
}
