package org.stitchery.driver.grbl;

import java.time.Duration;
import java.util.List;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param fromCard the design is run from the controller's card, not streamed
 * @param needle how the needle is driven
 * @param oneAtATime wait for each answer before the next line leaves
 * @param mostInFlight bytes of lines without an answer, whatever the controller says it has room for
 * @param banner how long the controller may take to say hello after the port was opened; zero when opening does not
 *     restart it
 * @param checkFirst run the design in check mode before it is sewn
 * @param numbers put line numbers in
 * @param statusEvery how often the controller is asked how it is
 * @param silence how long it may owe an answer
 * @param cardFolder where on the card designs lie, ends with a slash
 */
record GrblSettings(
        boolean fromCard,
        Needle needle,
        boolean oneAtATime,
        int mostInFlight,
        Duration banner,
        boolean checkFirst,
        boolean numbers,
        Duration statusEvery,
        Duration silence,
        String cardFolder) {

    /** One line of grbl has at most this many characters with its end; the smallest buffer that streams. */
    static final int LONGEST_LINE = 80;

    /** The receive buffer of grbl 1.1 has 128 bytes, one of which it cannot fill. */
    private static final int USUAL_IN_FLIGHT = 127;

    private static final String STREAM = "stream";
    private static final String CARD = "card";
    private static final String COUNT = "character-count";
    private static final String ONE = "send-response";

    static final List<Setting> KNOWN = List.of(
            Setting.choice(
                    "delivery",
                    "How a design gets there",
                    List.of(STREAM, CARD),
                    "\"stream\" sends G-code line by line. \"card\" has grblHAL with the embroidery plug-in run the DST of"
                            + " the label's name from its card, where a person or FTP has put it before."),
            Setting.choice(
                    "needle",
                    "What drives the needle",
                    List.of("shaft", "servo", "trigger"),
                    "\"shaft\": the Z axis turns the main shaft, 5 mm a turn. \"servo\": a servo on the spindle output (M3)."
                            + " \"trigger\": a pulse on the coolant output (M8). Only for streams."),
            Setting.choice(
                    "streaming",
                    "Streaming",
                    List.of(COUNT, ONE),
                    "\"character-count\" keeps the controller's buffer full. Choose \"send-response\" when lines get lost."),
            Setting.integer(
                    "in-flight-bytes",
                    "Most bytes without an answer",
                    "bytes",
                    USUAL_IN_FLIGHT,
                    LONGEST_LINE,
                    1023,
                    "One less than the controller's receive buffer. It is never more than the controller itself reports."),
            Setting.integer(
                    "banner-seconds",
                    "Wait for its hello",
                    "s",
                    5,
                    0,
                    60,
                    "Opening the port restarts most boards; nothing is sent before they have said hello, or this has"
                            + " passed. 0 for network boards that do not restart."),
            Setting.flag(
                    "check-first",
                    "Check before sewing",
                    false,
                    "Has the controller read the whole design in check mode ($C) before a motor moves. Takes as long as"
                            + " the line needs for it."),
            Setting.flag(
                    "line-numbers",
                    "Number the lines",
                    false,
                    "For controllers built with line numbers, which then tell the line they are at; others ignore them."),
            Setting.integer(
                    "status-per-second",
                    "Status requests",
                    "per second",
                    5,
                    1,
                    10,
                    "How often the controller is asked how it is. Lower it on slow boards."),
            Setting.integer(
                    "silence-seconds",
                    "Longest silence",
                    "s",
                    10,
                    2,
                    600,
                    "When the controller has not answered a status request for so long, the delivery ends as unknown."),
            Setting.text(
                    "card-folder",
                    "Folder on the card",
                    "/",
                    "Where designs lie on the card, for delivery from there."));

    /** How the needle is driven, and which format says it so. */
    enum Needle {
        SHAFT("gcode-grbl"),
        SERVO("gcode-grbl-servo"),
        TRIGGER("gcode-grbl-trigger");

        private final String format;

        Needle(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }
    }

    static GrblSettings of(DriverSettings settings) {
        Needle needle = switch (settings.text("needle")) {
            case "servo" -> Needle.SERVO;
            case "trigger" -> Needle.TRIGGER;
            default -> Needle.SHAFT;
        };
        String folder = settings.text("card-folder").strip();
        return new GrblSettings(
                settings.text("delivery").equals(CARD),
                needle,
                settings.text("streaming").equals(ONE),
                settings.integer("in-flight-bytes"),
                Duration.ofSeconds(settings.integer("banner-seconds")),
                settings.flag("check-first"),
                settings.flag("line-numbers"),
                Duration.ofMillis(1000 / settings.integer("status-per-second")),
                Duration.ofSeconds(settings.integer("silence-seconds")),
                folder.endsWith("/") ? folder : folder + "/");
    }

    /** Of the design, with these settings. */
    String format() {
        return fromCard ? GrblDriver.CARD_FORMAT : needle.format();
    }
}
