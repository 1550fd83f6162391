package org.stitchery.driver.marlin;

import java.time.Duration;
import java.util.List;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param format id of the encoding that fits the machine's needle
 * @param greeting how long the controller may take to start after the port was opened; zero when opening does not restart
 *     it
 * @param poke how long it may say nothing before it is asked
 * @param silence how long it may say nothing at all
 * @param history how many lines are kept for being asked for again
 */
record MarlinSettings(String format, Duration greeting, Duration poke, Duration silence, int history) {

    static final String SHAFT = "gcode-marlin";
    static final String SERVO = "gcode-marlin-servo";

    static final List<Setting> KNOWN = List.of(
            Setting.choice(
                    "needle",
                    "What drives the needle",
                    List.of("shaft", "servo"),
                    "\"shaft\": the Z axis turns the main shaft, 5 mm a turn. \"servo\": servo 0 (M280) pushes the needle."),
            Setting.integer(
                    "greeting-seconds",
                    "Wait for its start",
                    "s",
                    6,
                    0,
                    60,
                    "Opening the port restarts most boards; nothing is sent before they have said start, or this has passed."
                            + " 0 for boards that do not restart."),
            Setting.integer(
                    "poke-seconds",
                    "Ask after silence",
                    "s",
                    6,
                    1,
                    120,
                    "When it owes an answer and has said nothing for so long, it is asked for its temperatures (M105), which"
                            + " does no harm. Longer than its longest single move."),
            Setting.integer(
                    "silence-seconds",
                    "Longest silence",
                    "s",
                    30,
                    5,
                    600,
                    "When it has said nothing at all for so long, the delivery ends as unknown."),
            Setting.integer(
                    "history-lines",
                    "Lines kept",
                    "lines",
                    50,
                    1,
                    1000,
                    "A line it asks for again must be among so many last ones. An older one means that it has lost count."));

    static MarlinSettings of(DriverSettings settings) {
        return new MarlinSettings(
                settings.text("needle").equals("servo") ? SERVO : SHAFT,
                Duration.ofSeconds(settings.integer("greeting-seconds")),
                Duration.ofSeconds(settings.integer("poke-seconds")),
                Duration.ofSeconds(settings.integer("silence-seconds")),
                settings.integer("history-lines"));
    }
}
