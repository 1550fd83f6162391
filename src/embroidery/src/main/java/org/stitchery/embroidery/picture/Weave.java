package org.stitchery.embroidery.picture;

/**
 * The look of bare cloth: a plain weave, each yarn going over and under its neighbours and no two quite alike.
 *
 * <p>What a warp yarn does depends on the column, what a weft yarn does on the row, so both are worked out once.
 */
final class Weave {

    /** Distance of yarns: about 50 to the inch, a sturdy cotton; whole pixels at usual scales, so nothing beats. */
    private static final double YARN_MM = 0.5;

    private final Yarns warp;
    private final Yarns weft;

    /** For a whole fine picture of so many points, its upper left corner at that place of the design. */
    Weave(int width, int height, double pxPerMm, double leftMm, double topMm) {
        this.warp = new Yarns(width, pxPerMm, leftMm, 0.008f, 0x1234567);
        this.weft = new Yarns(height, pxPerMm, topMm, -0.008f, 0x5BD1E995);
    }

    /** How bright the cloth is at a point of the whole fine picture, about 0.85 to 1.05. */
    float at(int column, int row) {
        return ((warp.yarn[column] + weft.yarn[row]) & 1) == 0
                ? warp.over[column] + weft.under[row]
                : weft.over[row] + warp.under[column];
    }

    /** All yarns of one direction. */
    private static final class Yarns {

        final int[] yarn;
        final float[] over;
        final float[] under;

        Yarns(int length, double pxPerMm, double startMm, float brighter, int seed) {
            yarn = new int[length];
            over = new float[length];
            under = new float[length];
            for (int i = 0; i < length; i++) {
                double place = (startMm + (i + 0.5) / pxPerMm) / YARN_MM;
                yarn[i] = (int) Math.floor(place);
                double u = (place - yarn[i]) * 2 - 1;
                float round = (float) Math.sqrt(1 - 0.8 * u * u);
                float alike = (ThreadBrush.scramble(yarn[i] ^ seed) & 0xFF) / 127.5f - 1;
                over[i] = 0.865f + 0.09f * round - 0.025f * (float) u + 0.02f * alike + brighter;
                under[i] = 0.07f * round;
            }
        }
    }
}
