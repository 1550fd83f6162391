package org.stitchery.embroidery.picture;

/**
 * How to take the picture.
 *
 * @param pxPerMm pixels per millimetre, {@value #COARSEST} to {@value #FINEST}
 * @param marginMm cloth shown around the design, 0 to 100
 * @param threadMm thickness of the thread, 0.1 to 1: about 0.4 for 40 weight, 0.28 for 60 weight
 * @param cloth what lies behind
 * @param mostPixels pictures with more pixels than this are refused
 */
public record PictureSettings(double pxPerMm, double marginMm, double threadMm, Cloth cloth, long mostPixels) {

    /** Below this a thread is thinner than two pixels and nothing of it can be seen. */
    public static final double COARSEST = 4;

    /** Above this there is nothing more to see. */
    public static final double FINEST = 40;

    /** 40 weight thread, as nearly all machine embroidery. */
    public static final double WEIGHT_40_MM = 0.4;

    /** 60 weight thread, for small lettering. */
    public static final double WEIGHT_60_MM = 0.28;

    /** 40 million pixels: 500 x 800 mm at 10 pixels per millimetre, 160 MB in memory. */
    public static final long USUAL_MOST_PIXELS = 40_000_000;

    /** No side is longer than this, in pixels: what common viewers open. */
    public static final int LONGEST_SIDE = 32_767;

    public PictureSettings {
        requireWithin("Pixels per millimetre", pxPerMm, COARSEST, FINEST);
        requireWithin("Margin in millimetres", marginMm, 0, 100);
        requireWithin("Thread thickness in millimetres", threadMm, 0.1, 1);
        if (mostPixels < 1 || mostPixels > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(
                    "Most pixels must be 1 to " + Integer.MAX_VALUE / 4 + ", got " + mostPixels);
        }
    }

    /** 10 pixels per millimetre, 40 weight thread on natural cloth. */
    public static PictureSettings usual() {
        return new PictureSettings(10, 4, WEIGHT_40_MM, Cloth.NATURAL, USUAL_MOST_PIXELS);
    }

    /** At another scale. */
    public PictureSettings withPxPerMm(double newPxPerMm) {
        return new PictureSettings(newPxPerMm, marginMm, threadMm, cloth, mostPixels);
    }

    /** With more or less cloth around. */
    public PictureSettings withMarginMm(double newMarginMm) {
        return new PictureSettings(pxPerMm, newMarginMm, threadMm, cloth, mostPixels);
    }

    /** With another thread thickness. */
    public PictureSettings withThreadMm(double newThreadMm) {
        return new PictureSettings(pxPerMm, marginMm, newThreadMm, cloth, mostPixels);
    }

    /** On another cloth. */
    public PictureSettings withCloth(Cloth newCloth) {
        return new PictureSettings(pxPerMm, marginMm, threadMm, newCloth, mostPixels);
    }

    /** With another limit. */
    public PictureSettings withMostPixels(long newMostPixels) {
        return new PictureSettings(pxPerMm, marginMm, threadMm, cloth, newMostPixels);
    }

    private static void requireWithin(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + " to " + most + ", got " + value);
        }
    }
}
