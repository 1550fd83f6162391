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
 * @param format id of the encoding the machine reads, which is its files' ending, too
 * @param colors extension of the list of colours that lies beside a design, empty for none
 * @param barcode whether the operator scans the name instead of picking it
 * @param extensionInBarcode whether the machine wants the extension scanned too
 */
record FolderSettings(
        int nameLength,
        boolean upperCase,
        String unfinished,
        String format,
        String colors,
        boolean barcode,
        boolean extensionInBarcode) {

    private static final String LENGTH = "name-length";
    private static final String LETTERS = "letters";
    private static final String UNFINISHED = "unfinished";
    private static final String UPPER = "upper";
    private static final String FORMAT = "format";
    private static final String COLORS = "colors";
    private static final String NO_COLORS = "none";
    private static final String FETCH = "fetch";
    private static final String BY_BARCODE = "barcode";
    private static final String BARCODE_HOLDS = "barcode-holds";
    private static final String WITH_EXTENSION = "name-and-extension";

    /** Lists of colours a machine may look for beside a design. What a Happy's hp1 holds is nowhere described. */
    static final List<String> SIDE_FILES = List.of("inf", "edr", "col", "rgb");

    /** What machines read from folders, the one that nearly all do first. */
    static final List<String> FORMATS = List.of(
            "dst", "exp", "u01", "dsb", "dsz", "tbf", "tap", "ksm", "fxy", "10o", "pes", "pec", "jef", "vp3", "xxx",
            "hus", "vip", "sew", "pcs");

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
                    "Files have this ending until they are whole. Choose one that the machine does not list."),
            Setting.choice(
                    FORMAT,
                    "Format",
                    FORMATS,
                    "What the machine reads; it is the ending of the files, too. Nearly all industrial heads read dst."),
            Setting.choice(
                    COLORS,
                    "List of colours",
                    List.of(NO_COLORS, "inf", "edr", "col", "rgb"),
                    "Formats such as DST hold no colours. Choose the file the machine reads them from; it lies there before the design"
                            + " does."),
            Setting.choice(
                    FETCH,
                    "How the operator gets it",
                    List.of("operator-picks", BY_BARCODE),
                    "Choose barcode where the operator scans the work order and the machine fetches the file of that"
                            + " name."),
            Setting.choice(
                    BARCODE_HOLDS,
                    "Barcode holds",
                    List.of("name", WITH_EXTENSION),
                    "Some machines want the extension in the barcode, some must not have it; try one."));

    static FolderSettings of(DriverSettings settings) {
        String colors = settings.text(COLORS);
        return new FolderSettings(
                settings.integer(LENGTH),
                settings.text(LETTERS).equals(UPPER),
                settings.text(UNFINISHED),
                settings.text(FORMAT),
                colors.equals(NO_COLORS) ? "" : colors,
                settings.text(FETCH).equals(BY_BARCODE),
                settings.text(BARCODE_HOLDS).equals(WITH_EXTENSION));
    }

    boolean takes(String label) {
        return label.length() <= nameLength;
    }

    /** Code 39 has no sign for a low line. */
    boolean canBeScanned(String label) {
        return !barcode || label.indexOf('_') < 0;
    }

    /** What the operator scans; capitals, because Code 39 has no others. */
    String scanned(String label) {
        return extensionInBarcode ? label + "." + format.toUpperCase(Locale.ROOT) : label;
    }

    Piece design(String label, byte[] content) {
        return new Piece(cased(label + "." + format), cased(label + "." + unfinished), content);
    }

    /** Its unfinished name differs from the design's in its ending's last letter: both stay 8.3. */
    Piece side(String label, String extension, byte[] content) {
        String ending = unfinished.substring(0, 2) + "1";
        return new Piece(cased(label + "." + extension), cased(label + "." + ending), content);
    }

    private String cased(String name) {
        return upperCase ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
    }
}
