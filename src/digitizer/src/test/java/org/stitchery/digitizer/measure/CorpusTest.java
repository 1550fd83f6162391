package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A few drawings that nobody of this house made, where {@code src/test/corpus/fetch} has put them; {@link QualityTable}
 * measures all of them.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of("target", "corpus");

    /** One of so many is looked at. */
    private static final int EVERY = 25;

    @BeforeAll
    static void isThere() {
        Assumptions.assumeTrue(
                Files.isDirectory(CORPUS), "The corpus is fetched by src/test/corpus/fetch and is not here");
    }

    static List<Path> drawings() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            return List.of(CORPUS);
        }
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<Path> all =
                    files.filter(f -> f.toString().endsWith(".svg")).sorted().toList();
            return Stream.iterate(0, i -> i < all.size(), i -> i + EVERY)
                    .map(all::get)
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("drawings")
    void whatADrawingShowsIsSewnOrNamed(Path svg) throws IOException {
        Measured measured = Measured.of(
                String.valueOf(svg.getFileName()), Files.readAllBytes(svg), 80, RenderedDrawing.isPossible());

        assertThat(measured.whole().silent())
                .as("percent neither sewn nor named, %s", measured.findings())
                .isLessThanOrEqualTo(1);
        assertThat(measured.quality().floats()).isZero();
    }
}
