package org.stitchery.digitizer.svg;

import java.util.Locale;

/** Conditional processing: which of several versions of an element is meant for us. */
final class Conditions {

    private Conditions() {}

    /** False for an element that asks for extensions, or for a language other than English. */
    static boolean hold(SvgElement element) {
        String extensions = element.attribute("requiredExtensions");
        if (extensions != null) {
            return false;
        }
        String language = element.attribute("systemLanguage");
        if (language == null) {
            return true;
        }
        for (String one : language.toLowerCase(Locale.ROOT).split(",")) {
            String tag = one.strip();
            if (tag.equals("en") || tag.startsWith("en-")) {
                return true;
            }
        }
        return false;
    }
}
