package org.stitchery.simulator.line;

/** How many bytes a line has brought by now: a pty and a socket have no speed of their own. */
public final class LineRate {

    /** What arrives at once after silence: a hundredth of a second, the grain at which we look. */
    private static final double GRAIN_SECONDS = 0.01;

    private final double bytesPerNano;
    private final double most;
    private double bytes;
    private long lastNanos;

    /** A line that is silent. */
    public LineRate(int bytesPerSecond, long nowNanos) {
        if (bytesPerSecond < 1) {
            throw new IllegalArgumentException("A line carries at least 1 byte per second, got " + bytesPerSecond);
        }
        bytesPerNano = bytesPerSecond / 1e9;
        most = Math.max(4, bytesPerSecond * GRAIN_SECONDS);
        bytes = most;
        lastNanos = nowNanos;
    }

    /** How many bytes may be read now. */
    public int available(long nowNanos) {
        bytes = Math.max(bytes, Math.min(most, bytes + (nowNanos - lastNanos) * bytesPerNano));
        lastNanos = nowNanos;
        return (int) bytes;
    }

    /** Nobody looked for so long: what came meanwhile may be read at once. */
    public void wasAway(long nanos) {
        bytes += nanos * bytesPerNano;
    }

    /** How many bytes the line brings in so long. */
    public long bytesIn(long nanos) {
        return (long) Math.ceil(nanos * bytesPerNano);
    }

    /** How long the line takes for so many. */
    public long nanosFor(long bytes) {
        return (long) Math.ceil(bytes / bytesPerNano);
    }

    /** So many were read. */
    public void took(int count) {
        bytes -= count;
    }

    /** How long from the last {@link #available} until reading is worth the trouble. */
    public long nanosUntilWorthwhile() {
        return (long) Math.ceil(Math.max(0, most / 2 - bytes) / bytesPerNano);
    }
}
