package org.stitchery.transport;

/** So many at once, then so many a second. Not safe for several threads. */
final class Allowance {

    private final int most;
    private final double perNano;
    private double left;
    private long lastNanos;

    Allowance(int most, double perSecond, long nowNanos) {
        this.most = most;
        this.perNano = perSecond / 1e9;
        this.left = most;
        this.lastNanos = nowNanos;
    }

    boolean take(long nowNanos) {
        left = Math.min(most, left + Math.max(0, nowNanos - lastNanos) * perNano);
        lastNanos = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
