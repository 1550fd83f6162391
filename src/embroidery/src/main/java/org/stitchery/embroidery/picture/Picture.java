package org.stitchery.embroidery.picture;

import java.util.Objects;

/** A finished picture: its pixels, and where on it a stitch is. Immutable. */
public final class Picture {

    private final int width;
    private final int height;
    private final int[] argb;
    private final double pxPerMm;
    private final double leftMm;
    private final double topMm;

    Picture(int width, int height, int[] argb, double pxPerMm, double leftMm, double topMm) {
        this.width = width;
        this.height = height;
        this.argb = argb;
        this.pxPerMm = pxPerMm;
        this.leftMm = leftMm;
        this.topMm = topMm;
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** The pixel as 0xAARRGGBB, not multiplied by its alpha; (0, 0) is upper left. */
    public int argb(int x, int y) {
        return argb[Objects.checkIndex(y, height) * width + Objects.checkIndex(x, width)];
    }

    /** A copy of all pixels, row by row. */
    public int[] argb() {
        return argb.clone();
    }

    /** Where the pattern's x, in tenths of a millimetre, lies on the picture, in pixels from the left edge. */
    public double xPx(double xTenths) {
        return (xTenths / 10 - leftMm) * pxPerMm;
    }

    /** Where the pattern's y, in tenths of a millimetre downwards, lies, in pixels from the top edge. */
    public double yPx(double yTenths) {
        return (yTenths / 10 - topMm) * pxPerMm;
    }

    /** The picture as a PNG file that also says its size in millimetres. */
    public byte[] toPng() {
        return PngEncoder.encode(width, height, argb, pxPerMm);
    }
}
