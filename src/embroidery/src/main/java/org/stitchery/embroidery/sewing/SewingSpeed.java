package org.stitchery.embroidery.sewing;

import java.time.Duration;

/**
 * How fast a machine goes. The speed falls with the length of the move, since the frame needs time to get there: full up
 * to 3 mm, then falling evenly to half of it at 12 mm. A planning curve for a usual commercial machine, not one maker's;
 * to be replaced per machine by what was measured.
 */
public final class SewingSpeed {

    /** Stitches per minute up to 3 mm: the upper end of what the trade calls good quality. */
    public static final double FULL_PER_MINUTE = 1000;

    /** Cutting the thread and catching it again. Planning value: a trim costs some 120 stitches, as digitizers say. */
    public static final Duration TRIM = Duration.ofSeconds(7);

    /** Taking the next needle. Planning value. */
    public static final Duration COLOR_CHANGE = Duration.ofSeconds(8);

    private static final double SLOWEST_PER_MINUTE = 500;
    private static final double FULL_UP_TO_TENTHS = 30;
    private static final double SLOWEST_FROM_TENTHS = 120;

    private SewingSpeed() {}

    /** Stitches per minute for moves of this length in tenths of a millimetre. */
    public static double perMinute(double lengthTenths) {
        double longer = (lengthTenths - FULL_UP_TO_TENTHS) / (SLOWEST_FROM_TENTHS - FULL_UP_TO_TENTHS);
        return FULL_PER_MINUTE - (FULL_PER_MINUTE - SLOWEST_PER_MINUTE) * Math.min(1, Math.max(0, longer));
    }

    /** Nanoseconds for one move of the frame, in tenths of a millimetre, with its turn of the main shaft. */
    public static double nanos(int dxTenths, int dyTenths) {
        double length = Math.sqrt((double) dxTenths * dxTenths + (double) dyTenths * dyTenths);
        return 60e9 / perMinute(length);
    }
}
