package org.stitchery.embroidery.model;

/** A box in tenths of a millimetre, y downwards, borders included. */
public record Extents(int minX, int minY, int maxX, int maxY) {

    public Extents {
        if (minX > maxX || minY > maxY) {
            throw new IllegalArgumentException(
                    "Extents turned inside out: x " + minX + ".." + maxX + ", y " + minY + ".." + maxY);
        }
    }

    /** Width in millimetres. */
    public double widthMm() {
        return (maxX - minX) / 10.0;
    }

    /** Height in millimetres. */
    public double heightMm() {
        return (maxY - minY) / 10.0;
    }
}
