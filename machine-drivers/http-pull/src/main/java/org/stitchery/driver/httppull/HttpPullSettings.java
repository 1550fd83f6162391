package org.stitchery.driver.httppull;

import java.util.List;
import java.util.Locale;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param reports how much the other side tells
 * @param askEverySeconds how soon whoever found nothing may ask again
 * @param fixedName under which name a machine that cannot ask for others always asks, empty for the label
 */
record HttpPullSettings(Reports reports, int askEverySeconds, String fixedName) {

    /** How much the other side tells. */
    enum Reports {
        /** Checks what it got, says so, and tells what the needle does until the end. */
        SEWING,
        /** Checks what it got and says so; nothing after that. */
        TAKEN,
        /** Fetches a file and says nothing. */
        NOTHING;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String REPORTS = "reports";
    private static final String ASK_EVERY = "ask-every";
    private static final String FIXED_NAME = "fixed-name";

    static final List<Setting> KNOWN = List.of(
            Setting.choice(
                    REPORTS,
                    "The machine reports",
                    List.of(Reports.SEWING.word(), Reports.TAKEN.word(), Reports.NOTHING.word()),
                    "Sewing: it tells until the last stitch. Taken: it only says that it holds the design, checked."
                            + " Nothing: it knows nothing but fetching a file."),
            Setting.integer(
                    ASK_EVERY,
                    "Ask again after",
                    "seconds",
                    5,
                    1,
                    60,
                    "Told to a machine that asked and found no work. Longer spares the network, shorter the person who"
                            + " waits."),
            Setting.text(
                    FIXED_NAME,
                    "Always asks for",
                    "",
                    "Only where nothing is reported: the file name it always asks for, such as design.dst. Empty when it"
                            + " asks for the label with its ending."));

    static HttpPullSettings of(DriverSettings settings) {
        return new HttpPullSettings(
                Reports.valueOf(settings.text(REPORTS).toUpperCase(Locale.ROOT)),
                settings.integer(ASK_EVERY),
                settings.text(FIXED_NAME).strip());
    }
}
