package org.stitchery.digitizer.svg;

import org.jspecify.annotations.Nullable;

/** Averages colours with their opacities as weights, in sRGB as screens mix them. */
final class MeanColor {

    private double red;
    private double green;
    private double blue;
    private double alpha;
    private int count;

    /** Adds 0xAARRGGBB. */
    void add(int argb) {
        double a = (argb >>> 24) / 255.0;
        add(new DrawnShape.Ink(argb & 0xFFFFFF, a));
    }

    void add(DrawnShape.Ink ink) {
        red += ((ink.rgb() >> 16) & 0xFF) * ink.opacity();
        green += ((ink.rgb() >> 8) & 0xFF) * ink.opacity();
        blue += (ink.rgb() & 0xFF) * ink.opacity();
        alpha += ink.opacity();
        count++;
    }

    /** The mean colour and the mean opacity; null when nothing was added or nothing of it is visible. */
    DrawnShape.@Nullable Ink mean() {
        if (count == 0 || alpha == 0) {
            return null;
        }
        int rgb = (int) Math.round(red / alpha) << 16
                | (int) Math.round(green / alpha) << 8
                | (int) Math.round(blue / alpha);
        return new DrawnShape.Ink(rgb, alpha / count);
    }

    /** The colour of {@code over} seen on {@code under}, which is opaque. */
    static int blend(DrawnShape.Ink over, int under) {
        double a = over.opacity();
        int red = (int) Math.round(a * ((over.rgb() >> 16) & 0xFF) + (1 - a) * ((under >> 16) & 0xFF));
        int green = (int) Math.round(a * ((over.rgb() >> 8) & 0xFF) + (1 - a) * ((under >> 8) & 0xFF));
        int blue = (int) Math.round(a * (over.rgb() & 0xFF) + (1 - a) * (under & 0xFF));
        return red << 16 | green << 8 | blue;
    }
}
