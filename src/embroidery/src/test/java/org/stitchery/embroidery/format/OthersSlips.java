package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where the other reader is known to be wrong about a sample, and what must be true instead. Each is told by the file's own
 * bytes or by the same design in a format that says it plainly.
 */
final class OthersSlips {

    /** The header names the first needle for what is sewn before the first change; the other reader gives it to the change. */
    private static final Set<String> NEEDLES = Set.of("open/STAR.TBF", "synthetic/tbf/p12_meta_unicode.tbf");

    /** A writer that put a name longer than its place shifted the numbers behind it; the other reader reads blanks there. */
    private static final String LONG_NAME = "p12_meta_unicode";

    /** A count of FF means no colours; the other reader counts 256. */
    private static final String NO_COLORS = "p01_empty";

    private OthersSlips() {}

    static boolean namesOtherNeedles(String sample) {
        return NEEDLES.contains(sample);
    }

    static boolean namesOtherThreads(String sample) {
        return isBrother(sample) && (sample.contains(NO_COLORS) || sample.contains(LONG_NAME))
                || sample.contains("/tbf/" + LONG_NAME);
    }

    /** A file without a byte is an empty design to the other reader; to us it is no file. */
    static boolean takesNothingForADesign(String sample) {
        return sample.startsWith("synthetic/exp/" + NO_COLORS);
    }

    /** Reads the stitches from a wrong place, because the name is too long. */
    static boolean looksInTheWrongPlace(String sample) {
        return isBrother(sample) && sample.contains(LONG_NAME);
    }

    /** Three jumps to nowhere are a cut, which the design has in other formats; the other reader drops them. */
    static boolean missesCuts(String sample) {
        return sample.startsWith("synthetic/jef_trims/p05") || sample.startsWith("synthetic/jef_trims/p17");
    }

    /** What the other reader found, without what lies behind the end code. */
    static List<String> corrected(String sample, List<String> lines) {
        List<String> corrected = new ArrayList<>(lines);
        int last = corrected.size() - 2;
        if (sample.endsWith("Embroidermodder.DSZ")) {
            assertThat(corrected.remove(last))
                    .as("the end code taken for a needle")
                    .contains("NEEDLE_SET");
        } else if (sample.endsWith("Embroidermodder.SHV")) {
            assertThat(corrected.remove(last)).as("a change to no colour").contains("COLOR_CHANGE");
        } else if (sample.endsWith("Star.SEW")) {
            for (int zero = 0; zero < 8; zero++) {
                assertThat(corrected.remove(corrected.size() - 2))
                        .as("zeros behind the end code")
                        .isEqualTo("160 235 STITCH");
            }
        }
        return corrected;
    }

    private static boolean isBrother(String sample) {
        return sample.startsWith("synthetic/pe");
    }
}
