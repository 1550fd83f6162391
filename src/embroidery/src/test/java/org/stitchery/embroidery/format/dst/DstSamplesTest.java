package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.ReadOptions;
import org.stitchery.embroidery.model.StitchPattern;

/** Files made by other programs against what an independent reader found in them. */
class DstSamplesTest {

    /** Written by the other program with a header that runs over; its own vector shows the garbage it reads back. */
    private static final String OVERLONG = "synthetic/dst_ext/p16_colors_120.dst";

    static List<String> samples() {
        return Stream.of("open", "synthetic/dst", "synthetic/dst_ext")
                .flatMap(folder -> Samples.files(folder, ".dst").stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void cookedReadingEqualsTheVector(String sample) throws IOException {
        String expectedIn = sample.equals(OVERLONG) ? OVERLONG.replace("dst_ext", "dst") : sample;
        StitchPattern pattern = DstReader.INSTANCE.read(Samples.bytes(sample)).pattern();

        assertThat(Samples.lines(pattern)).isEqualTo(withoutSequins(Samples.vector(expectedIn, "cooked")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void rawReadingEqualsTheVector(String sample) throws IOException {
        List<String> expected = Samples.vector(sample, "raw");
        assumeFalse(expected.isEmpty(), "its raw reading does not differ from the cooked one");
        StitchPattern pattern = DstReader.INSTANCE
                .read(Samples.bytes(sample), ReadOptions.raw())
                .pattern();

        assertThat(Samples.lines(pattern)).isEqualTo(withoutSequins(expected));
    }

    /** We read a sequin as a move, and the switch to sequins not at all. */
    private static List<String> withoutSequins(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.endsWith("SEQUIN_MODE"))
                .map(line -> line.replace("SEQUIN_EJECT", "JUMP"))
                .toList();
    }
}
