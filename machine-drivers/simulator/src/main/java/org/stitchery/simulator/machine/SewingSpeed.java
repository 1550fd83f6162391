package org.stitchery.simulator.machine;

/**
 * How fast the needle goes, which falls with the length of the stitch: the frame needs time to get there. Full speed up
 * to 3 mm, then falling evenly to half of it at 12 mm; a planning curve, not one maker's.
 */
final class SewingSpeed {

    private static final double FULL_SPM = 1000;
    private static final double SLOWEST_SPM = 500;
    private static final double FULL_UP_TO_TENTHS = 30;
    private static final double SLOWEST_FROM_TENTHS = 120;

    private SewingSpeed() {}

    /** Stitches per minute for stitches of this length. */
    static double perMinute(double lengthTenths) {
        double longer = (lengthTenths - FULL_UP_TO_TENTHS) / (SLOWEST_FROM_TENTHS - FULL_UP_TO_TENTHS);
        return FULL_SPM - (FULL_SPM - SLOWEST_SPM) * Math.min(1, Math.max(0, longer));
    }

    /** How long one move of the frame with its turn of the main shaft takes, needle up or down. */
    static long nanos(int dxTenths, int dyTenths, double speedUp) {
        return Math.round(60e9 / perMinute(Math.hypot(dxTenths, dyTenths)) / speedUp);
    }
}
