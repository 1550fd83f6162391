package org.stitchery.driver.folder;

import java.util.List;
import java.util.Locale;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Setting;

/**
 * What a technician may set.
 *
 * @param nameLength most characters before the dot
 * @param upperCase whether names are in capitals
 * @param unfinished ending of a file that is not whole yet, without dot
 */
record FolderSettings(int nameLength, boolean upperCase, String unfinished) {

    private static final String LENGTH = "name-length";
    private static final String LETTERS = "letters";
    private static final String UNFINISHED = "unfinished";
    private static final String UPPER = "upper";

    static final List<Setting> KNOWN = List.of(
            Setting.integer(
                    LENGTH,
                    "Longest name",
                    "characters",
                    8,
                    1,
                    16,
                    "Characters before the dot. Eight is what machines with DOS names show; raise it for newer ones."),
            Setting.choice(
                    LETTERS,
                    "Letters",
                    List.of(UPPER, "lower"),
                    "Capitals are what most panels show. Choose lower for machines that tell both apart and want those."),
            Setting.choice(
                    UNFINISHED,
                    "Ending while unfinished",
                    List.of("tmp", "part", "new"),
                    "Files have this ending until they are whole. Choose one that the machine does not list."));

    static FolderSettings of(DriverSettings settings) {
        return new FolderSettings(
                settings.integer(LENGTH), settings.text(LETTERS).equals(UPPER), settings.text(UNFINISHED));
    }

    boolean takes(String label) {
        return label.length() <= nameLength;
    }

    /** The name the machine looks for. */
    String finished(String label, String format) {
        return cased(label + "." + format);
    }

    /** The name it has until then. */
    String unfinished(String label) {
        return cased(label + "." + unfinished);
    }

    private String cased(String name) {
        return upperCase ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
    }
}
