package org.stitchery.service.production;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Decides when progress is worth a row: after some time or some stitches, never for every block. One thread at a time. */
final class ProgressPace {

    private final Duration every;
    private final int stitches;
    private final LongSupplier nanoClock;
    private long writtenNanos;
    private int writtenStitches;

    ProgressPace(Duration every, int stitches, LongSupplier nanoClock) {
        this.every = every;
        this.stitches = stitches;
        this.nanoClock = nanoClock;
        this.writtenNanos = nanoClock.getAsLong();
    }

    boolean isDue(int nowStitches) {
        return nowStitches - writtenStitches >= stitches || nanoClock.getAsLong() - writtenNanos >= every.toNanos();
    }

    void written(int nowStitches) {
        writtenStitches = nowStitches;
        writtenNanos = nanoClock.getAsLong();
    }
}
