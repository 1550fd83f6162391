package org.stitchery.service.production;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the floor is, and how often progress is written down. */
@ConfigMapping(prefix = "stitchery.production")
interface ProductionSettings {

    /** Longest time from intent to first byte; then the attempt is called off. Rule R12 allows a minute. */
    @WithDefault("45s")
    Duration intentLimit();

    /** Progress is written at most this often, unless {@link #progressStitches} have gone by. */
    @WithDefault("5s")
    Duration progressEvery();

    /** Or after so many stitches. */
    @WithDefault("500")
    int progressStitches();

    /** How often runs that wait are given to machines: a duration, or {@code off}. */
    @WithDefault("20s")
    String assignEvery();

    /** How long an abort waits for the machine's line to say what had left. */
    @WithDefault("2s")
    Duration abortWait();
}
