package org.stitchery.embroidery.picture;

/**
 * What lies behind the thread.
 *
 * @param rgb colour of the cloth, 0xRRGGBB; without meaning when transparent
 * @param transparent true leaves the cloth out: the picture shows thread and its shadow only, to be laid over a
 *     garment
 */
public record Cloth(int rgb, boolean transparent) {

    /** Unbleached cotton: light enough for dark thread, dark enough for white. */
    public static final Cloth NATURAL = woven(0xDDD8CD);

    /** No cloth. */
    public static final Cloth NONE = new Cloth(0, true);

    public Cloth {
        if (rgb < 0 || rgb > 0xFFFFFF) {
            throw new IllegalArgumentException("rgb outside 000000..FFFFFF: " + Integer.toHexString(rgb));
        }
    }

    /** A plain weave of this colour. */
    public static Cloth woven(int rgb) {
        return new Cloth(rgb, false);
    }
}
