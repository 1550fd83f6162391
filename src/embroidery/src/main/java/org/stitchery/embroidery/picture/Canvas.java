package org.stitchery.embroidery.picture;

import java.util.Arrays;

/**
 * A portion of the picture while it is drawn, finer than the picture itself: a colour and a height above the cloth at
 * every point, and the direction of the thread there. A colour of 0 is bare cloth.
 */
final class Canvas {

    final int width;
    final int height;
    final int[] colors;
    final float[] heights;

    /** In steps of 180 / 64 degrees. */
    final byte[] directions;

    /** The canvas's first row within the whole fine picture; may be negative. */
    int topRow;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        this.colors = new int[width * height];
        this.heights = new float[width * height];
        this.directions = new byte[width * height];
    }

    /** Bare cloth, from another row on. */
    void clear(int newTopRow) {
        topRow = newTopRow;
        Arrays.fill(colors, 0);
        Arrays.fill(heights, 0);
    }
}
