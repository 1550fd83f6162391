package org.stitchery.service.artwork;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Colours of cloth a proof can be looked at on; the same as on the page. */
public enum ClothColor {
    NATURAL(0xe9e1cf),
    WHITE(0xfdfdfb),
    NAVY(0x253358),
    BLACK(0x26242a),
    RED(0x9d2f2c),
    GREEN(0x2f5a45);

    private final int rgb;

    ClothColor(int rgb) {
        this.rgb = rgb;
    }

    /** 0xRRGGBB. */
    public int rgb() {
        return rgb;
    }

    /** As people and the page call it: {@code navy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colour of a word; letter case does not matter. */
    public static Optional<ClothColor> of(String word) {
        return Arrays.stream(values())
                .filter(color -> color.name().equalsIgnoreCase(word.strip()))
                .findFirst();
    }
}
