package org.stitchery.service.machine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses between tries: doubling up to a limit, each longer or shorter by up to a quarter, so that a thousand machines do not come back in step. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator chance;
    private int failures;

    Backoff(Duration first, Duration longest, RandomGenerator chance) {
        this.first = first;
        this.longest = longest;
        this.chance = chance;
    }

    /** The pause after one more failure. */
    Duration afterFailure() {
        Duration doubled = first.multipliedBy(1L << Math.min(failures, 20));
        failures++;
        Duration pause = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis((long) (pause.toMillis() * (0.75 + 0.5 * chance.nextDouble())));
    }

    void success() {
        failures = 0;
    }
}
