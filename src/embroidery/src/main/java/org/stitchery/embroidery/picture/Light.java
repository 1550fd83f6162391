package org.stitchery.embroidery.picture;

/**
 * Where the light comes from: upper left, as in all pictures that people read as raised, about 50 degrees above the
 * cloth; the eye looks straight down. x to the right, y downwards, z towards the eye. Unit vectors.
 */
final class Light {

    static final float X;
    static final float Y;
    static final float Z;

    /** Halfway between light and eye: where a mirror would have to face. */
    static final float HALF_X;

    static final float HALF_Y;
    static final float HALF_Z;

    static {
        double x = -0.42;
        double y = -0.52;
        double z = 0.80;
        double length = Math.sqrt(x * x + y * y + z * z);
        X = (float) (x / length);
        Y = (float) (y / length);
        Z = (float) (z / length);
        double halfLength = Math.sqrt(X * X + Y * Y + (Z + 1) * (Z + 1));
        HALF_X = (float) (X / halfLength);
        HALF_Y = (float) (Y / halfLength);
        HALF_Z = (float) ((Z + 1) / halfLength);
    }

    private Light() {}
}
