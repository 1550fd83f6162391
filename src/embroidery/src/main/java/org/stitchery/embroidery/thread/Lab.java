package org.stitchery.embroidery.thread;

/**
 * A colour in CIE 1976 L*a*b* under daylight D65, where equal steps look more alike than in RGB.
 *
 * @param lightness 0 black to 100 white
 * @param a green (negative) to red
 * @param b blue (negative) to yellow
 */
public record Lab(double lightness, double a, double b) {

    /** White of D65 for the 2 degree observer, CIE 15. */
    private static final double WHITE_X = 0.95047;

    private static final double WHITE_Z = 1.08883;

    /** From a screen colour 0xRRGGBB in sRGB, IEC 61966-2-1. */
    public static Lab ofRgb(int rgb) {
        double red = linear(rgb >> 16 & 0xFF);
        double green = linear(rgb >> 8 & 0xFF);
        double blue = linear(rgb & 0xFF);
        double x = 0.4124564 * red + 0.3575761 * green + 0.1804375 * blue;
        double y = 0.2126729 * red + 0.7151522 * green + 0.0721750 * blue;
        double z = 0.0193339 * red + 0.1191920 * green + 0.9503041 * blue;
        double fx = curve(x / WHITE_X);
        double fy = curve(y);
        double fz = curve(z / WHITE_Z);
        return new Lab(116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz));
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    /** The cube root with the straight piece near black that CIE 15 prescribes. */
    private static double curve(double t) {
        return t > 216.0 / 24389 ? StrictMath.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }
}
