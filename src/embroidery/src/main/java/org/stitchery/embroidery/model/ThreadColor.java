package org.stitchery.embroidery.model;

import java.util.HexFormat;

/**
 * One thread.
 *
 * @param rgb 0xRRGGBB as seen on a screen, an approximation of the thread
 * @param brand the chart's name such as {@code "Isacord 40"}, empty when unknown
 * @param code the number on the cone, empty when unknown
 * @param name the maker's word for the colour, empty when unknown
 */
public record ThreadColor(int rgb, String brand, String code, String name) {

    private static final HexFormat HEX = HexFormat.of();

    public ThreadColor {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("rgb outside 000000..FFFFFF: " + Integer.toHexString(rgb));
        }
    }

    /** A thread of which only the colour is known. */
    public static ThreadColor ofRgb(int rgb) {
        return new ThreadColor(rgb, "", "", "");
    }

    /** The colour as {@code #rrggbb}. */
    public String hex() {
        return "#" + HEX.toHexDigits(rgb, 6);
    }
}
