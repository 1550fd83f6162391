package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.thread.Palettes;

/**
 * Some of the house's own patterns, 80 mm tall or wide, measured. The limits are what has been reached, and a little: they are
 * no goals, and whoever makes the digitizer better draws them tighter.
 */
class PatternQualityTest {

    private static final Path PATTERNS = Path.of("..", "..", "patterns");
    private static final double PAGE_MM = 80;

    /** Those that have been sewn worst, and some of every kind; all of them would take a busy machine too long. */
    private static final List<String> NAMES = List.of(
            "anchor", "dinosaur", "honey-bee", "laurel-wreath", "monstera-leaf", "rocket", "snowflake", "swallow");

    private static final Map<String, Quality> MEASURED = new TreeMap<>();

    /** What no pattern exceeds, and what the one in the middle does not. */
    private record Limit(String column, double each, double median) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("floats", 0, 0),
            new Limit("trims", 52, 18),
            new Limit("bare%", 0.5, 0.15),
            new Limit("inside%", 0.3, 0.15),
            new Limit("gap", 0.8, 0.6),
            new Limit("edge95", 1.0, 0.26),
            new Limit("out%", 0.1, 0),
            new Limit("mm/mm2", 8, 6.5),
            new Limit("dens99", 12, 9.8),
            new Limit("densest", 16, 12.8),
            new Limit("cv", 0.38, 0.32),
            new Limit("holes", 15, 13),
            new Limit(">12", 2, 1),
            new Limit("<0.3%", 0.1, 0.05),
            new Limit("<0.5%", 2.75, 1.3),
            new Limit("longest", 12.1, 7.1),
            new Limit("wrong%", 1.7, 0.8),
            new Limit("minutes", 14.5, 11));

    @BeforeAll
    static void measureAll() {
        NAMES.stream().parallel().map(name -> PATTERNS.resolve(name + ".svg")).forEach(PatternQualityTest::measure);
    }

    private static void measure(Path file) {
        try {
            Artwork artwork = PageSized.read(Files.readAllBytes(file), PAGE_MM);
            DigitizeSettings settings = new DigitizeSettings(
                    "pattern", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
            Quality quality = QualityMeter.measure(artwork, new Digitizer().digitize(artwork, settings, Progress.NONE));
            synchronized (MEASURED) {
                MEASURED.put(String.valueOf(file.getFileName()), quality);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void noPatternIsSewnWorseThanItHasBeen() {
        assertThat(MEASURED).hasSameSizeAs(NAMES);
        SoftAssertions all = new SoftAssertions();
        for (Limit limit : LIMITS) {
            MEASURED.forEach(
                    (name, quality) -> all.assertThat(column(limit).value().applyAsDouble(quality))
                            .as("%s of %s", limit.column(), name)
                            .isLessThanOrEqualTo(limit.each()));
        }
        all.assertAll();
    }

    @Test
    void thePatternInTheMiddleIsSewnNoWorseThanItHasBeen() {
        SoftAssertions all = new SoftAssertions();
        for (Limit limit : LIMITS) {
            double[] values = MEASURED.values().stream()
                    .mapToDouble(column(limit).value())
                    .toArray();
            all.assertThat(Quality.median(values))
                    .as("median of %s", limit.column())
                    .isLessThanOrEqualTo(limit.median());
        }
        all.assertAll();
    }

    private static Quality.Column column(Limit limit) {
        return Quality.columns().stream()
                .filter(c -> c.title().equals(limit.column()))
                .findFirst()
                .orElseThrow();
    }
}
