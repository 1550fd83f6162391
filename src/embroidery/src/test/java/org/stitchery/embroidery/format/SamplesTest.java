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
        assumeFalse(OthersSlips.takesNothingForADesign(sample), "a file without a byte is refused");
        StitchPattern pattern = read(sample, options);
        OthersWords words = OthersWords.of(OthersSlips.corrected(sample, Samples.vector(sample, kind)));
        List<String> lines = Samples.lines(pattern);

        if (OthersSlips.looksInTheWrongPlace(sample)) {
            assertThat(stitchesOf(lines)).isEqualTo(stitchesOf(Samples.vector(plain(sample), "cooked")));
        } else if (options.infersTrims() && OthersSlips.missesCuts(sample)) {
            assertThat(withoutCuts(lines)).isEqualTo(withoutCuts(words.lines()));
            assertThat(lines).containsAll(cutsOf(Samples.vector(plain(sample), "cooked")));
        } else {
            assertThat(lines).isEqualTo(words.lines());
        }
        if (!OthersSlips.namesOtherNeedles(sample)) {
            assertThat(pattern.needles()).isEqualTo(words.needles());
        }
        if (!OthersSlips.namesOtherThreads(sample)) {
            assertThat(pattern.threads().stream().map(ThreadColor::hex).toList())
                    .isEqualTo(Samples.threads(sample, kind));
        }
    }

    private static StitchPattern read(String sample, ReadOptions options) throws IOException {
        byte[] content = Samples.bytes(sample);
        return Formats.detect(content, sample)
                .orElseThrow()
                .reader()
                .orElseThrow()
                .read(content, options)
                .pattern();
    }

    /** The same design in a format of plain text. */
    private static String plain(String sample) {
        return "synthetic/csv/" + sample.substring(sample.lastIndexOf('/') + 1, sample.lastIndexOf('.')) + ".csv";
    }

    private static List<String> stitchesOf(List<String> lines) {
        return lines.stream().filter(line -> line.endsWith(" STITCH")).toList();
    }

    private static List<String> cutsOf(List<String> lines) {
        return lines.stream().filter(line -> line.endsWith(" TRIM")).toList();
    }

    private static List<String> withoutCuts(List<String> lines) {
        return lines.stream().filter(line -> !line.endsWith(" TRIM")).toList();
    }
}
