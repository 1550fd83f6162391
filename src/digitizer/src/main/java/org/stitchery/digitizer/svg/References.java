package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells references within the file from all others. Nothing else is ever followed. */
final class References {

    private References() {}

    /** The id of a reference of the form {@code #id}; null for every other. */
    static @Nullable String localId(@Nullable String reference) {
        if (reference == null) {
            return null;
        }
        String trimmed = reference.strip();
        return trimmed.length() > 1 && trimmed.charAt(0) == '#' ? trimmed.substring(1) : null;
    }

    /** True when it would have to be fetched; empty ones and {@code #} lead nowhere, data is in the file. */
    static boolean isExternal(String reference) {
        String trimmed = reference.strip();
        return !trimmed.isEmpty() && trimmed.charAt(0) != '#' && !isData(trimmed);
    }

    static boolean isData(String reference) {
        return reference.strip().regionMatches(true, 0, "data:", 0, 5);
    }

    /** The targets of all {@code url(...)} in a style or attribute text, quotes and white space taken off. */
    static List<String> urls(String text) {
        List<String> found = new ArrayList<>(1);
        String lower = text.indexOf('(') < 0 ? "" : text.toLowerCase(Locale.ROOT);
        int from = lower.indexOf("url(");
        while (from >= 0) {
            int start = from + 4;
            int end = lower.indexOf(')', start);
            String inside = text.substring(start, end < 0 ? text.length() : end);
            found.add(unquoted(inside));
            from = lower.indexOf("url(", start);
        }
        return found;
    }

    static String unquoted(String text) {
        String t = text.strip();
        if (!t.isEmpty() && (t.charAt(0) == '"' || t.charAt(0) == '\'')) {
            t = t.substring(1);
            if (!t.isEmpty() && (t.charAt(t.length() - 1) == '"' || t.charAt(t.length() - 1) == '\'')) {
                t = t.substring(0, t.length() - 1);
            }
        }
        return t.strip();
    }
}
