package org.stitchery.transport.remote;

import java.time.Duration;

/**
 * How long a server may take. The libraries below would wait for ever.
 *
 * @param connect for connection, greeting and login together
 * @param silence longest time in which nothing at all gets further
 * @param call for one call that moves no design
 * @param slowestBytesPerSecond a design may take the time of a call and that of its bytes at this rate
 */
public record Limits(Duration connect, Duration silence, Duration call, long slowestBytesPerSecond) {

    /**
     * Shorter than the half minute without movement after which a host gives a delivery up, so that the place can still
     * say what happened. Two kilobytes a second is a machine on a bad radio link; taste.
     */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(12), Duration.ofSeconds(20), 2_000);

    public Limits {
        if (slowestBytesPerSecond < 1) {
            throw new IllegalArgumentException("A design moves at 1 byte per second or more");
        }
    }

    /** The same with less time to connect, if that is less. */
    public Limits connectingWithin(Duration deadline) {
        return deadline.compareTo(connect) < 0 ? new Limits(deadline, silence, call, slowestBytesPerSecond) : this;
    }

    Duration forBytes(long bytes) {
        return call.plusMillis(bytes * 1_000 / slowestBytesPerSecond);
    }
}
