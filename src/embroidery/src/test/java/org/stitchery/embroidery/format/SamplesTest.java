package org.stitchery.embroidery.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** Files of every format, made by other programs, against what independent readers found in them. */
class SamplesTest {

    /** These have tests of their own, which know what is special about them. */
    private static final Set<String> ELSEWHERE = Set.of("dst", "gcode", "pcs", "pcm");

    /** Where the other reader gives the first needle of the header to the first change, though sewing begins before it. */
    private static final Set<String> NEEDLES_OTHERWISE = Set.of("open/STAR.TBF");

    @BeforeAll
    static void samplesAreThere() {
        Samples.folder();
    }

    static List<String> samples() throws IOException {
        List<String> folders = new ArrayList<>(List.of("open"));
        try (Stream<java.nio.file.Path> variants = Files.list(Samples.folder().resolve("synthetic"))) {
            variants.filter(Files::isDirectory).sorted().forEach(v -> folders.add("synthetic/" + v.getFileName()));
        }
        return folders.stream()
                .flatMap(folder -> Samples.files(folder, "").stream())
                .filter(file -> Formats.byFileName(file)
                        .filter(format -> ELSEWHERE.stream().noneMatch(format.id()::startsWith))
                        .isPresent())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cookedReadingEqualsTheVector(String sample) throws IOException {
        String kind = Samples.vector(sample, "own").isEmpty() ? "cooked" : "own";
        assumeFalse(Samples.vector(sample, kind).isEmpty(), "no other reader gives its commands");
        check(sample, ReadOptions.cooked(), kind);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rawReadingEqualsTheVector(String sample) throws IOException {
        assumeFalse(Samples.vector(sample, "raw").isEmpty(), "its raw reading does not differ from the cooked one");
        check(sample, ReadOptions.raw(), "raw");
    }

    private static void check(String sample, ReadOptions options, String kind) throws IOException {
        byte[] content = Samples.bytes(sample);
        EmbroideryFormat format = Formats.detect(content, sample).orElseThrow();
        StitchPattern pattern =
                format.reader().orElseThrow().read(content, options).pattern();
        List<String> expected = Samples.vector(sample, kind);
        OthersWords words = OthersWords.of(sample.endsWith(".DSZ") ? withoutLastNeedle(expected) : expected);

        assertThat(Samples.lines(pattern)).isEqualTo(words.lines());
        if (!NEEDLES_OTHERWISE.contains(sample)) {
            assertThat(pattern.needles()).isEqualTo(words.needles());
        }
        assertThat(pattern.threads().stream().map(ThreadColor::hex).toList()).isEqualTo(Samples.threads(sample, kind));
    }

    /** The other reader takes the code that ends the file for a needle. */
    private static List<String> withoutLastNeedle(List<String> lines) {
        int last = lines.size() - 2;
        assertThat(lines.get(last)).contains("NEEDLE_SET");
        List<String> without = new ArrayList<>(lines);
        without.remove(last);
        return without;
    }
}
