package org.stitchery.driver.tapereader;

import java.util.List;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param leaderBytes NUL bytes before the design
 * @param trailerBytes NUL bytes after it
 * @param waitForXon whether the first byte waits until the machine has asked for it
 */
record TapeReaderSettings(int leaderBytes, int trailerBytes, boolean waitForXon) {

    private static final String LEADER = "leader-bytes";
    private static final String TRAILER = "trailer-bytes";
    private static final String WAIT = "wait-for-xon";

    static final List<Setting> KNOWN = List.of(
            Setting.integer(
                    LEADER,
                    "Leader",
                    "bytes",
                    32,
                    0,
                    4096,
                    "Blank tape sent before the design. Raise it when the machine misses the beginning of designs."),
            Setting.integer(
                    TRAILER,
                    "Trailer",
                    "bytes",
                    0,
                    0,
                    4096,
                    "Blank tape sent after the design. Raise it when the machine waits for more after the last stitch."),
            Setting.flag(
                    WAIT,
                    "Wait for the machine to ask",
                    true,
                    "Send only after the machine has sent XON, as it does when its operator presses read. Turn off for"
                            + " machines that read without asking."));

    static TapeReaderSettings of(DriverSettings settings) {
        return new TapeReaderSettings(settings.integer(LEADER), settings.integer(TRAILER), settings.flag(WAIT));
    }
}
