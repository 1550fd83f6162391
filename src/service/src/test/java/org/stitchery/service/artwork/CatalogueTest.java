package org.stitchery.service.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.svg.IntakeSettings;
import org.stitchery.digitizer.svg.SvgIntake;
import org.stitchery.embroidery.model.Finding;

/** The catalogue says what the drawings are: nobody finds out at the machine that a title or a size was wrong. */
class CatalogueTest {

    private static final Path FOLDER = Path.of("../../patterns");
    private static final Catalogue CATALOGUE = new Catalogue(new ObjectMapper());

    static List<Pattern> patterns() {
        return CATALOGUE.all();
    }

    @Test
    void everyDrawingInTheFolderIsInTheCatalogueOnce() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> drawings = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".svg"))
                    .toList();
            assertThat(patterns()).extracting(Pattern::file).containsExactlyInAnyOrderElementsOf(drawings);
        }
        assertThat(patterns()).extracting(Pattern::name).doesNotHaveDuplicates();
        assertThat(patterns()).hasSizeGreaterThanOrEqualTo(12);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aPatternIsReadWithoutObjectionAndIsWhatTheCatalogueSays(Pattern pattern) {
        Artwork read = SvgIntake.read(pattern.svg(), IntakeSettings.asDrawn());

        assertThat(read.title()).isEqualTo(pattern.name());
        assertThat(read.widthMm()).isCloseTo(pattern.defaultWidthMm(), within(0.001));
        assertThat(SvgIntake.drawnWidthMm(read)).isLessThanOrEqualTo(pattern.defaultWidthMm() + 0.01);
        assertThat(read.findings()).noneMatch(finding -> finding.severity() != Finding.Severity.INFO);
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void aPatternMayBeMadeInTheSizesThatAreOffered(Pattern pattern) {
        assertThat(pattern.slug()).matches("[a-z]+(-[a-z]+)*");
        assertThat(pattern.minWidthMm()).isBetween(ProofChoices.NARROWEST_MM, pattern.defaultWidthMm());
        assertThat(pattern.maxWidthMm()).isBetween(pattern.defaultWidthMm(), ProofChoices.WIDEST_MM);
        assertThat(pattern.description()).endsWith(".").hasSizeBetween(20, 160);
        assertThat(pattern.tags()).isNotEmpty();
    }

    @Test
    void everyPatternNamesItsAuthorAndLicence() throws IOException {
        JsonNode lines =
                new ObjectMapper().readTree(FOLDER.resolve("patterns.json").toFile());

        assertThat(StreamSupport.stream(lines.spliterator(), false)).allSatisfy(line -> {
            assertThat(line.path("licence").asText()).isEqualTo("CC0-1.0");
            assertThat(line.path("author").asText()).isNotBlank();
        });
    }

    @Test
    void theContactSheetIsAPicture() throws IOException {
        assertThat(ImageIO.read(FOLDER.resolve("pictures/contact-sheet.png").toFile()))
                .satisfies(picture -> assertThat(picture.getWidth()).isGreaterThan(400));
    }
}
