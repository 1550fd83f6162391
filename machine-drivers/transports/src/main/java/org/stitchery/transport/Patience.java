package org.stitchery.transport;

import java.time.Duration;

/**
 * How long a host waits for one exchange.
 *
 * <p>An exchange either has to be over at a fixed moment, or may last as long as bytes keep moving. Then there are two
 * limits: a short one for silence without a reason, and a long one while the machine itself tells us to wait, because a
 * person re-threading takes minutes. A pause that a person asked for has no limit: only a person ends it.
 */
final class Patience {

    private final long startNanos;
    private final long stallNanos;
    private final long heldNanos;
    private final boolean fixed;

    private Patience(long startNanos, long stallNanos, long heldNanos, boolean fixed) {
        this.startNanos = startNanos;
        this.stallNanos = stallNanos;
        this.heldNanos = heldNanos;
        this.fixed = fixed;
    }

    static Patience until(long startNanos, Duration deadline) {
        return new Patience(startNanos, nanos(deadline), 0, true);
    }

    static Patience whileMoving(long startNanos, Duration stall, Duration held) {
        return new Patience(startNanos, nanos(stall), nanos(held), false);
    }

    /** Far more than any wait, and safe to add to a clock reading. */
    private static long nanos(Duration duration) {
        return duration.compareTo(Duration.ofDays(365)) > 0
                ? Duration.ofDays(365).toNanos()
                : duration.toNanos();
    }

    boolean over(long nowNanos, Lent link, LineHost host) {
        if (fixed) {
            return nowNanos - startNanos >= stallNanos;
        }
        if (host.paused()) {
            return false;
        }
        long since = later(startNanos, later(link.lastMovedNanos(), host.changedNanos()));
        return nowNanos - since >= (host.held() ? heldNanos : stallNanos);
    }

    /** How long a single stuck call is borne before the line is given up. */
    long stallNanos() {
        return stallNanos;
    }

    private static long later(long a, long b) {
        return a - b > 0 ? a : b;
    }
}
