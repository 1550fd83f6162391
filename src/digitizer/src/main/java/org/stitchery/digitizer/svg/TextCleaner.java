package org.stitchery.digitizer.svg;

/** Takes out of a text what could do harm in headers, logs, lists and on screens. */
final class TextCleaner {

    private TextCleaner() {}

    /** True for what has no business in a name: controls, line ends, direction overrides, unassigned characters. */
    private static boolean isHarmful(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }

    /** White space ends trimmed, harmful characters replaced by a space, cut to so many characters. */
    static String clean(String text, int longest) {
        StringBuilder out = new StringBuilder();
        String stripped = text.strip();
        for (int i = 0; i < stripped.length() && out.length() < longest; ) {
            int c = stripped.codePointAt(i);
            out.appendCodePoint(isHarmful(c) ? ' ' : c);
            i += Character.charCount(c);
        }
        return out.toString().strip();
    }
}
