package org.stitchery.embroidery.sewing;

import java.time.Duration;

/**
 * How fast a machine goes. The speed falls with the length of the move, since the frame needs time to get there.
 *
 * @param fullPerMinute stitches a minute for short moves
 * @param fullUpToTenths the longest move made at that speed, in tenths of a millimetre
 * @param slowestPerMinute stitches a minute for the longest moves; in between the speed falls evenly
 * @param slowestFromTenths moves from this length on are made at that speed, in tenths of a millimetre
 * @param trim cutting the thread and catching it again
 * @param colorChange taking the next needle
 * @param stop until the operator has started it again
 */
public record MachineProfile(
        double fullPerMinute,
        double fullUpToTenths,
        double slowestPerMinute,
        double slowestFromTenths,
        Duration trim,
        Duration colorChange,
        Duration stop) {

    /**
     * A usual commercial machine, not one maker's: 1000 a minute, the upper end of what the trade calls good quality
     * (B), up to 3 mm, falling to half of it at 12 mm (that it falls is B, the numbers are U); 7 s a trim, as digitizers
     * count 120 stitches for one (B); 8 s a needle change (U); 20 s a stop (the upper end of 6 to 20 s, B).
     */
    public static final MachineProfile USUAL = new MachineProfile(
            1000, 30, 500, 120, Duration.ofSeconds(7), Duration.ofSeconds(8), Duration.ofSeconds(20));

    public MachineProfile {
        boolean sound = Double.isFinite(fullPerMinute)
                && slowestPerMinute > 0
                && slowestPerMinute <= fullPerMinute
                && fullUpToTenths >= 0
                && fullUpToTenths < slowestFromTenths
                && !trim.isNegative()
                && !colorChange.isNegative()
                && !stop.isNegative();
        if (!sound) {
            throw new IllegalArgumentException("Impossible machine: " + fullPerMinute + " a minute up to "
                    + fullUpToTenths + " tenths, " + slowestPerMinute + " from " + slowestFromTenths + ", trim " + trim
                    + ", change " + colorChange + ", stop " + stop);
        }
    }

    /** Stitches a minute for moves of this length in tenths of a millimetre. */
    public double perMinute(double lengthTenths) {
        double longer = (lengthTenths - fullUpToTenths) / (slowestFromTenths - fullUpToTenths);
        return fullPerMinute - (fullPerMinute - slowestPerMinute) * Math.min(1, Math.max(0, longer));
    }

    /** Nanoseconds for one move of the frame, in tenths of a millimetre, with its turn of the main shaft. */
    public double nanos(double dxTenths, double dyTenths) {
        return 60e9 / perMinute(Math.sqrt(dxTenths * dxTenths + dyTenths * dyTenths));
    }
}
