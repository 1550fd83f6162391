package org.stitchery.service;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what other processes and threads bring about, no longer than needed. */
public final class Eventually {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = Duration.ofMillis(25).toNanos();

    private Eventually() {}

    /** The first value that is as wanted. */
    public static <T> T get(String what, Supplier<T> source, Predicate<T> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            T value = source.get();
            if (wanted.test(value)) {
                return value;
            }
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "Not within " + PATIENCE.toSeconds() + " s: " + what + "; last seen: " + value);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    public static void until(String what, Supplier<Boolean> holds) {
        get(what, holds, value -> value);
    }
}
