package org.stitchery.driver.needlelink;

import java.time.Duration;
import java.util.List;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param pollNanos how long nothing may be heard before the machine is asked how it is
 * @param silenceNanos how long it may be silent before its run is given up as unknown
 */
record NeedleLinkSettings(long pollNanos, long silenceNanos) {

    private static final String POLL = "poll-seconds";
    private static final String SILENCE = "silence-seconds";

    static final List<Setting> KNOWN = List.of(
            Setting.integer(
                    POLL,
                    "Ask after",
                    "s",
                    2,
                    1,
                    60,
                    "How long the machine may say nothing before it is asked how it is. Raise it on slow shared lines."),
            Setting.integer(
                    SILENCE,
                    "Give up after",
                    "s",
                    1800,
                    10,
                    86_400,
                    "How long a machine that has the design may not answer at all before a person has to decide. Within"
                            + " this time a pulled cable may be put back and nothing is lost."));

    static NeedleLinkSettings of(DriverSettings settings) {
        return new NeedleLinkSettings(
                Duration.ofSeconds(settings.integer(POLL)).toNanos(),
                Duration.ofSeconds(settings.integer(SILENCE)).toNanos());
    }
}
