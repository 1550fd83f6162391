package org.stitchery.simulator.machine;

import org.stitchery.embroidery.sewing.MachineProfile;

/**
 * How fast a machine sews and what goes wrong with its thread.
 *
 * @param speed stitches a minute by length, and what trims, colour changes and stops take
 * @param rampStitches how many stitches after a start, trim or colour change it needs to be at full speed, 0 for none
 * @param breaksPerThousand thread breaks per 1000 penetrations, 0 for none
 * @param leastBackUp the fewest stitches its operator backs up after a break
 * @param mostBackUp the most; in between chance decides
 * @param stitchesPerBobbin so many stitches, a tenth more or less, empty a bobbin; 0 for never
 */
public record NeedleTraits(
        MachineProfile speed,
        int rampStitches,
        double breaksPerThousand,
        int leastBackUp,
        int mostBackUp,
        int stitchesPerBobbin) {

    /** The speeds that estimates are made with, no ramp, no breaks; 20 stitches back, as many operators do by habit. */
    public static final NeedleTraits USUAL = new NeedleTraits(MachineProfile.USUAL, 0, 0, 20, 20, 0);

    /** The first stitch of a ramp is sewn at this part of full speed. Taste. */
    static final double RAMP_BEGINS_AT = 0.4;

    public NeedleTraits {
        if (!(breaksPerThousand >= 0) || breaksPerThousand > 500) {
            throw new IllegalArgumentException(
                    "Thread breaks per 1000 stitches must be 0 to 500, got " + breaksPerThousand);
        }
        if (leastBackUp < 1 || mostBackUp < leastBackUp) {
            throw new IllegalArgumentException(
                    "An operator backs up at least 1 stitch, got " + leastBackUp + " to " + mostBackUp);
        }
        if (rampStitches < 0 || stitchesPerBobbin < 0) {
            throw new IllegalArgumentException(
                    "A ramp and a bobbin have 0 stitches or more, got " + rampStitches + " and " + stitchesPerBobbin);
        }
    }

    public NeedleTraits withBreaksPerThousand(double breaks) {
        return new NeedleTraits(speed, rampStitches, breaks, leastBackUp, mostBackUp, stitchesPerBobbin);
    }

    /** Nanoseconds for one move, when it is so many stitches since the machine stood. */
    double nanos(double dxTenths, double dyTenths, int sinceStanding) {
        double full = speed.nanos(dxTenths, dyTenths);
        if (sinceStanding >= rampStitches) {
            return full;
        }
        double part = RAMP_BEGINS_AT + (1 - RAMP_BEGINS_AT) * sinceStanding / rampStitches;
        return full / part;
    }
}
