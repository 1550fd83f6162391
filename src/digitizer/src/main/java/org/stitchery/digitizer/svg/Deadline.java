package org.stitchery.digitizer.svg;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.stitchery.digitizer.Progress;

/** Ends work that takes too long or is no longer wanted. Asked often and cheaply by everything that loops. */
final class Deadline {

    private static final int EVERY = 1024;

    private final LongSupplier nanoClock;
    private final long endNanos;
    private final Progress progress;
    private double fraction;
    private int sinceCheck;

    Deadline(LongSupplier nanoClock, Duration time, Progress progress) {
        this.nanoClock = nanoClock;
        this.endNanos = nanoClock.getAsLong() + time.toNanos();
        this.progress = progress;
    }

    /** Looks at the clock and asks the listener on every 1,024th call. */
    void tick() {
        if (++sinceCheck >= EVERY) {
            check();
        }
    }

    /** Looks at the clock and asks the listener now. */
    void check() {
        sinceCheck = 0;
        progress.at(fraction);
        if (nanoClock.getAsLong() - endNanos > 0) {
            throw new IntakeException(
                    RefusalCode.E_TIME_LIMIT,
                    "Reading this drawing takes too long. Simplify it or split it into several files.");
        }
    }

    /** Tells how far the work has come. */
    void reach(double newFraction) {
        fraction = Math.max(fraction, newFraction);
        check();
    }
}
