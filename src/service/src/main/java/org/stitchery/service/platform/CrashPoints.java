package org.stitchery.service.platform;

import org.jspecify.annotations.Nullable;

/**
 * Named places at which a test may end the process as a power cut would: nothing is flushed, no hook runs. Random kills
 * almost never hit the windows of a few milliseconds that matter.
 *
 * <p>Armed only by the environment variable {@code STITCHERY_CRASH_AT} or the system property
 * {@code stitchery.crash-at}; otherwise a call costs one comparison.
 */
public final class CrashPoints {

    /** Status of a process that ended at a crash point, so that a test can tell it from other ends. */
    public static final int STATUS = 86;

    private static final @Nullable String ARMED =
            System.getProperty("stitchery.crash-at", System.getenv("STITCHERY_CRASH_AT"));

    private CrashPoints() {}

    /** Ends the process here when this point is the armed one. */
    public static void at(String point) {
        if (ARMED != null && ARMED.equals(point)) {
            Runtime.getRuntime().halt(STATUS);
        }
    }
}
