package org.stitchery.service.artwork;

import org.jspecify.annotations.Nullable;

/** What becomes of the name of an uploaded file: something to show, and nothing else. */
final class UploadName {

    private static final int LONGEST_TITLE = 80;
    private static final int LONGEST_NAME = 150;

    private UploadName() {}

    /** The last part of the name without anything that could steer a terminal, a path, or the direction of text. */
    static String shown(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .strip();
        name = cut(name, LONGEST_NAME);
        return name.isEmpty() || name.matches("\\.+") ? "drawing.svg" : name;
    }

    /** A title for people: {@code my_logo-final.svg} becomes {@code my logo final}. */
    static String title(@Nullable String fileName) {
        String title = shown(fileName)
                .replaceFirst("(?i)\\.svgz?$", "")
                .replaceAll("[_\\s-]+", " ")
                .strip();
        title = cut(title, LONGEST_TITLE);
        return title.isEmpty() ? "Drawing" : title;
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }
}
