package org.stitchery.digitizer.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which font a text is set in: one that lies in the drawing, else one of two families that travel with the program. What
 * is installed on the computer never counts, so that a drawing gives the same stitches everywhere.
 *
 * <p>The two are subsets of Liberation Sans and Serif under the SIL Open Font License, with another name as that asks for;
 * their letters are as wide as those of the most common fonts. See {@code OFL.txt} beside them.
 */
final class FontBook {

    private static final int MOST_FACES = 32;
    private static final int LARGEST = 4_000_000;

    /** Words in the names of families that have serifs. */
    private static final List<String> SERIFS = List.of(
            "serif",
            "times",
            "georgia",
            "garamond",
            "roman",
            "bodoni",
            "didot",
            "palatino",
            "cambria",
            "baskerville",
            "century",
            "bookman",
            "tinos",
            "merriweather",
            "playfair",
            "slab");

    /**
     * A font found for a style.
     *
     * @param substituteFor the family that was wanted and is not in the drawing; null when it is
     * @param house name of the family that was taken in its place; empty when none was
     * @param slanted true when upright letters have to lean
     * @param problem why the embedded one cannot be used; null when there is none, or nothing wrong with it
     */
    record Found(
            OpenTypeFont font,
            @Nullable String substituteFor,
            String house,
            boolean slanted,
            @Nullable String problem) {}

    private final List<FontFace> faces;
    private final Map<String, OpenTypeFont> house = new HashMap<>();
    private final Map<FontFace, OpenTypeFont> embedded = new HashMap<>();
    private final Map<FontFace, String> problems = new HashMap<>();

    private final Unpacking watch;

    /** @param watch asked while fonts are unpacked */
    FontBook(List<FontFace> faces, Unpacking watch) {
        this.watch = watch;
        this.faces = faces.size() > MOST_FACES ? faces.subList(0, MOST_FACES) : faces;
    }

    Found find(Style style) {
        boolean bold = isBold(style.get(Property.FONT_WEIGHT));
        boolean italic = isSlanted(style.get(Property.FONT_STYLE));
        List<String> families = families(style.get(Property.FONT_FAMILY));
        String problem = null;
        for (String family : families) {
            FontFace face = face(family, bold, italic);
            if (face != null) {
                OpenTypeFont font = embedded(face);
                if (font != null) {
                    return new Found(font, null, "", italic && !face.italic(), null);
                }
                problem = problem == null ? problems.get(face) : problem;
            }
        }
        // Browsers take a font with serifs where none is asked for.
        boolean serif = families.isEmpty() || hasSerifs(families);
        String wanted = families.isEmpty() ? "" : families.get(0);
        return new Found(house(serif, bold), wanted, serif ? "House Serif" : "House Sans", italic, problem);
    }

    static boolean isBold(String weight) {
        NumberScanner in = new NumberScanner(weight.strip());
        return in.number() ? in.value() >= 600 : weight.toLowerCase(Locale.ROOT).startsWith("bold");
    }

    static boolean isSlanted(String style) {
        String lower = style.toLowerCase(Locale.ROOT);
        return lower.startsWith("italic") || lower.startsWith("oblique");
    }

    private static boolean hasSerifs(List<String> families) {
        for (String family : families) {
            if (family.contains("sans")) {
                return false;
            }
            for (String word : SERIFS) {
                if (family.contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** In lower case, quotes off. */
    static List<String> families(String list) {
        List<String> families = new ArrayList<>(2);
        CssBlock.split(list, ',', name -> {
            String family = TextCleaner.clean(References.unquoted(name), 64).toLowerCase(Locale.ROOT);
            if (!family.isEmpty()) {
                families.add(family);
            }
        });
        return families;
    }

    /** The face of the family that fits best. */
    private @Nullable FontFace face(String family, boolean bold, boolean italic) {
        FontFace best = null;
        int bestFit = -1;
        for (FontFace face : faces) {
            int fit = (face.bold() == bold ? 2 : 0) + (face.italic() == italic ? 1 : 0);
            if (face.family().equals(family) && fit > bestFit) {
                best = face;
                bestFit = fit;
            }
        }
        return best;
    }

    private @Nullable OpenTypeFont embedded(FontFace face) {
        OpenTypeFont known = embedded.get(face);
        if (known != null || problems.containsKey(face)) {
            return known;
        }
        String problem = "it does not lie in the drawing";
        for (String url : References.urls(face.source())) {
            if (References.isData(url)) {
                try {
                    OpenTypeFont font = OpenTypeFont.read(decoded(url), watch);
                    embedded.put(face, font);
                    return font;
                } catch (FontException e) {
                    problem = String.valueOf(e.getMessage());
                }
            }
        }
        problems.put(face, problem);
        return null;
    }

    private static byte[] decoded(String url) {
        int comma = url.indexOf(',');
        if (comma < 0 || !url.substring(0, comma).toLowerCase(Locale.ROOT).contains(";base64")) {
            throw new FontException("it is not written in base 64");
        }
        if (url.length() > LARGEST) {
            throw new FontException("it is too large");
        }
        try {
            return Base64.getMimeDecoder().decode(url.substring(comma + 1));
        } catch (IllegalArgumentException e) {
            throw new FontException("it is damaged", e);
        }
    }

    private OpenTypeFont house(boolean serif, boolean bold) {
        String name = (serif ? "houseserif" : "housesans") + (bold ? "-bold" : "-regular") + ".ttf";
        return house.computeIfAbsent(name, FontBook::load);
    }

    private static OpenTypeFont load(String name) {
        try (InputStream in = FontBook.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing");
            }
            return OpenTypeFont.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
