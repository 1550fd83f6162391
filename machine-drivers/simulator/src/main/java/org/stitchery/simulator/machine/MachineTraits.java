package org.stitchery.simulator.machine;

import java.time.Duration;

/**
 * How a machine is built and how its operator works.
 *
 * @param bufferBytes what it holds between line and needle; asks the host to wait at three quarters, to go on at one
 * @param speedUp everything of needle and operator takes this many times less; the line keeps its own speed
 * @param breaksPerThousand thread breaks per 1000 penetrations, 0 for none
 * @param seed decides where the thread breaks
 * @param autoReset true when its operator clears an interruption without being asked, so that it takes a new design
 */
public record MachineTraits(int bufferBytes, double speedUp, double breaksPerThousand, long seed, boolean autoReset) {

    /** The operator sees it, threads anew, backs up. Taste. */
    public static final Duration RETHREAD = Duration.ofSeconds(45);
    /** The operator takes the cloth out and puts the next one in. Taste, short on purpose. */
    public static final Duration REHOOP = Duration.ofSeconds(20);
    /** What operators back up after a break, by habit. */
    static final int BACK_UP_STITCHES = 20;

    private static final int SMALLEST_BUFFER = 64;

    public MachineTraits {
        if (bufferBytes < SMALLEST_BUFFER) {
            throw new IllegalArgumentException(
                    "A machine needs a buffer of at least " + SMALLEST_BUFFER + " bytes, got " + bufferBytes);
        }
        if (!(speedUp > 0) || speedUp > 1_000_000) {
            throw new IllegalArgumentException("Speed-up must be above 0 and at most 1000000, got " + speedUp);
        }
        if (!(breaksPerThousand >= 0) || breaksPerThousand > 500) {
            throw new IllegalArgumentException(
                    "Thread breaks per 1000 stitches must be 0 to 500, got " + breaksPerThousand);
        }
    }

    /** 4096 bytes, real speed, no thread breaks, clears interruptions by itself. */
    public static MachineTraits standard() {
        return new MachineTraits(4096, 1, 0, 1, true);
    }

    public MachineTraits withBufferBytes(int bytes) {
        return new MachineTraits(bytes, speedUp, breaksPerThousand, seed, autoReset);
    }

    public MachineTraits withSpeedUp(double times) {
        return new MachineTraits(bufferBytes, times, breaksPerThousand, seed, autoReset);
    }

    public MachineTraits withBreaks(double perThousand, long newSeed) {
        return new MachineTraits(bufferBytes, speedUp, perThousand, newSeed, autoReset);
    }

    public MachineTraits withAutoReset(boolean by) {
        return new MachineTraits(bufferBytes, speedUp, breaksPerThousand, seed, by);
    }

    long nanos(Duration atRealSpeed) {
        return nanos(atRealSpeed.toNanos());
    }

    long nanos(double atRealSpeed) {
        return Math.round(atRealSpeed / speedUp);
    }
}
