package org.stitchery.driver.kit;

import java.time.Duration;

/** Time that passes only when told. Starts near the wrap of a long, since a host's clock may. */
public final class FakeClock {

    private long nanos = Long.MAX_VALUE - Duration.ofSeconds(5).toNanos();

    public long nanos() {
        return nanos;
    }

    void pass(long moreNanos) {
        nanos += moreNanos;
    }

    /** Goes on to that moment; stays when it has passed already. */
    void passUntil(long momentNanos) {
        if (momentNanos - nanos > 0) {
            nanos = momentNanos;
        }
    }
}
