package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
 * The house's own patterns, 80 mm tall or wide, measured. The limits are what has been reached, and a little: they are
 * no goals, and whoever makes the digitizer better draws them tighter.
 */
class PatternQualityTest {

    private static final Path PATTERNS = Path.of("..", "..", "patterns");
    private static final double PAGE_MM = 80;

    private static final Map<String, Quality> MEASURED = new TreeMap<>();

    /** What no pattern exceeds, and what the one in the middle does not. */
    private record Limit(String column, double each, double median) {}

    private static final List<Limit> LIMITS = List.of(
            new Limit("floats", 0, 0),
            new Limit("bare%", 0.9, 0.3),
            new Limit("inside%", 0.3, 0.15),
            new Limit("gap", 1.7, 0.6),
            new Limit("edge95", 3.2, 0.26),
            new Limit("out%", 0.1, 0),
            new Limit("mm/mm2", 8, 6.2),
            new Limit("dens99", 14, 11.5),
            new Limit("densest", 20, 17),
            new Limit("cv", 0.48, 0.4),
            new Limit("holes", 18, 13),
            new Limit(">12", 8, 1),
            new Limit("<0.3%", 0.3, 0.1),
            new Limit("<0.5%", 3, 1.5),
            new Limit("longest", 12.1, 7.1),
            new Limit("wrong%", 6, 3.2),
            new Limit("minutes", 32, 16.5));

    @BeforeAll
    static void measureAll() throws IOException {
        try (Stream<Path> files = Files.list(PATTERNS)) {
            files.filter(f -> f.toString().endsWith(".svg")).parallel().forEach(PatternQualityTest::measure);
        }
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
        assertThat(MEASURED).isNotEmpty();
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
