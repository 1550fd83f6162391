package org.stitchery.service.artwork;

import java.util.List;

/**
 * A drawing of our own to choose.
 *
 * @param file its name in the catalogue, such as {@code honey-bee.svg}
 * @param name for people
 * @param description one sentence
 * @param category such as {@code animals}
 * @param defaultWidthMm where it looks best
 * @param minWidthMm below this its details are lost
 * @param maxWidthMm above this it needs too much thread
 * @param tags words to find it by
 * @param svg the drawing itself
 */
public record Pattern(
        String file,
        String name,
        String description,
        String category,
        double defaultWidthMm,
        double minWidthMm,
        double maxWidthMm,
        List<String> tags,
        byte[] svg) {

    public Pattern {
        tags = List.copyOf(tags);
    }

    /** The name in addresses: {@code honey-bee}. */
    public String slug() {
        return file.replaceFirst("\\.svg$", "");
    }
}
