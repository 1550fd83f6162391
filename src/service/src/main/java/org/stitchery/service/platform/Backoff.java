package org.stitchery.service.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Pauses between tries: doubling up to a limit, each longer or shorter by up to a quarter, so that a thousand machines do
 * not come back in step.
 */
public final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;
    private int failures;

    public Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** The pause after one more failure. */
    public Duration afterFailure() {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis((long) (pause.toMillis() * (0.75 + 0.5 * chance.nextDouble())));
    }

    /** The next failure is the first again. */
    public void success() {
        failures = 0;
    }
}
