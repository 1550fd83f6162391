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
 * @param settleMillis how long the line has to stay after the last byte before a delivery counts
 * @param waitForNextXon whether a delivery lasts until the machine has asked for the next design
 */
record TapeReaderSettings(
        int leaderBytes, int trailerBytes, boolean waitForXon, int settleMillis, boolean waitForNextXon) {

    private static final String LEADER = "leader-bytes";
    private static final String TRAILER = "trailer-bytes";
    private static final String WAIT = "wait-for-xon";
    private static final String SETTLE = "settle-ms";
    private static final String RECEIPT = "wait-for-next-xon";

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
                            + " machines that read without asking."),
            Setting.integer(
                    SETTLE,
                    "Settling time",
                    "ms",
                    250,
                    0,
                    60_000,
                    "How long the line has to stay after the last byte. A network tells of a broken line a little late:"
                            + " only after this time do we say that all bytes have left."),
            Setting.flag(
                    RECEIPT,
                    "Wait until it asks again",
                    false,
                    "The delivery lasts until the machine has sent XON for the next design, which it does only when it has"
                            + " read this one to its end. Turn on where a network lies between: one that swallows bytes"
                            + " cannot be told from one that brings them in any other way."));

    static TapeReaderSettings of(DriverSettings settings) {
        return new TapeReaderSettings(
                settings.integer(LEADER),
                settings.integer(TRAILER),
                settings.flag(WAIT),
                settings.integer(SETTLE),
                settings.flag(RECEIPT));
    }
}
