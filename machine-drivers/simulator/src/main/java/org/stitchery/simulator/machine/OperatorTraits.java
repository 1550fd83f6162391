package org.stitchery.simulator.machine;

import java.time.Duration;
import java.util.Random;

/**
 * How long the person at the machine takes, on average.
 *
 * @param rethread sees a thread break, threads anew, backs up
 * @param bobbin sees an empty bobbin and puts a full one in
 * @param rehoop takes the cloth out and puts the next one in
 * @param attend comes to a machine that waits for a yes
 * @param spread 0 to 1: how far a delay may be from its average, as a part of it; chance decides
 */
public record OperatorTraits(Duration rethread, Duration bobbin, Duration rehoop, Duration attend, double spread) {

    /** Taste; putting in the next cloth is short on purpose. Coming takes what estimates count for a stop. */
    public static final OperatorTraits USUAL = new OperatorTraits(
            Duration.ofSeconds(45), Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofSeconds(20), 0);

    public OperatorTraits {
        if (rethread.isNegative() || bobbin.isNegative() || rehoop.isNegative() || attend.isNegative()) {
            throw new IllegalArgumentException("An operator takes no negative time");
        }
        if (!(spread >= 0) || spread > 1) {
            throw new IllegalArgumentException("Spread of an operator's delays is 0 to 1, got " + spread);
        }
    }

    /** One delay in nanoseconds. */
    double nanos(Duration average, Random chance) {
        if (spread == 0) {
            return average.toNanos();
        }
        return average.toNanos() * (1 + spread * (2 * chance.nextDouble() - 1));
    }
}
