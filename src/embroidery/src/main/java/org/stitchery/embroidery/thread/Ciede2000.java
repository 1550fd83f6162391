package org.stitchery.embroidery.thread;

/**
 * How different two colours look: the CIEDE2000 colour difference, CIE 142-2001 and ISO/CIE 11664-6. About 1 is just
 * visible side by side, 2 to 3 passes as the same thread, above 10 is another colour.
 *
 * <p>Plain distance in L*a*b* overstates differences between strong colours and understates those between greys and
 * blues. The formula mends this in steps: it stretches the a axis near grey, goes over to chroma and hue, weighs
 * lightness, chroma and hue differences by where the colours lie, and turns the blue region. Follows the notes of
 * Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test Data, and
 * Mathematical Observations" (2005), whose test pairs are in the tests. All three weights k are 1.
 */
public final class Ciede2000 {

    private static final double POW_25_7 = 6_103_515_625.0;

    private Ciede2000() {}

    /** The difference, 0 for equal colours; the order of the two does not matter. */
    public static double difference(Lab first, Lab second) {
        double meanChroma = (StrictMath.hypot(first.a(), first.b()) + StrictMath.hypot(second.a(), second.b())) / 2;
        double stretch = 1.5 - 0.5 * saturation(meanChroma);
        double a1 = first.a() * stretch;
        double a2 = second.a() * stretch;
        double chroma1 = StrictMath.hypot(a1, first.b());
        double chroma2 = StrictMath.hypot(a2, second.b());
        double hue1 = hue(a1, first.b());
        double hue2 = hue(a2, second.b());

        double lightnessStep = second.lightness() - first.lightness();
        double chromaStep = chroma2 - chroma1;
        boolean grey = chroma1 * chroma2 == 0;
        double hueAngle = grey ? 0 : shorterWay(hue2 - hue1);
        double hueStep = 2 * StrictMath.sqrt(chroma1 * chroma2) * sin(hueAngle / 2);

        double lightness = (first.lightness() + second.lightness()) / 2;
        double chroma = (chroma1 + chroma2) / 2;
        double hue = grey ? hue1 + hue2 : meanHue(hue1, hue2);

        double fromMiddle = (lightness - 50) * (lightness - 50);
        double lightnessWeight = 1 + 0.015 * fromMiddle / StrictMath.sqrt(20 + fromMiddle);
        double chromaWeight = 1 + 0.045 * chroma;
        double hueTerm =
                1 - 0.17 * cos(hue - 30) + 0.24 * cos(2 * hue) + 0.32 * cos(3 * hue + 6) - 0.20 * cos(4 * hue - 63);
        double hueWeight = 1 + 0.015 * chroma * hueTerm;
        double fromBlue = (hue - 275) / 25;
        double turn = -sin(60 * StrictMath.exp(-fromBlue * fromBlue)) * 2 * saturation(chroma);

        double l = lightnessStep / lightnessWeight;
        double c = chromaStep / chromaWeight;
        double h = hueStep / hueWeight;
        return StrictMath.sqrt(Math.max(0, l * l + c * c + h * h + turn * c * h));
    }

    /** 0 for greys, near 1 for strong colours. */
    private static double saturation(double chroma) {
        double pow7 = StrictMath.pow(chroma, 7);
        return StrictMath.sqrt(pow7 / (pow7 + POW_25_7));
    }

    /** Degrees, 0 to 360, and 0 for grey. */
    private static double hue(double a, double b) {
        if (a == 0 && b == 0) {
            return 0;
        }
        double degrees = StrictMath.toDegrees(StrictMath.atan2(b, a));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    private static double shorterWay(double degrees) {
        if (degrees > 180) {
            return degrees - 360;
        }
        return degrees < -180 ? degrees + 360 : degrees;
    }

    private static double meanHue(double hue1, double hue2) {
        double sum = hue1 + hue2;
        if (Math.abs(hue1 - hue2) <= 180) {
            return sum / 2;
        }
        return sum < 360 ? (sum + 360) / 2 : (sum - 360) / 2;
    }

    private static double cos(double degrees) {
        return StrictMath.cos(StrictMath.toRadians(degrees));
    }

    private static double sin(double degrees) {
        return StrictMath.sin(StrictMath.toRadians(degrees));
    }
}
