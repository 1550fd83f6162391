package org.stitchery.embroidery.format.exp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.model.StitchPattern;

/** Files made by other programs against what an independent reader found in them, and one record of each kind. */
class ExpSamplesTest {

    /** Without the one that is empty: no byte says that it is a design, and ours is refused with that sentence. */
    static List<String> samples() {
        return Samples.files("synthetic/exp", ".exp").stream()
                .filter(sample -> !sample.contains("p01_empty"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readingEqualsTheVector(String sample) throws IOException {
        StitchPattern pattern = ExpReader.INSTANCE.read(Samples.bytes(sample)).pattern();

        assertThat(Samples.lines(pattern)).isEqualTo(Samples.vector(sample, "cooked"));
    }

    @Test
    void oneRecordOfEachKindIsWrittenAsTheTableSays() throws FormatException {
        StitchPattern pattern = StitchPattern.builder("")
                .jumpTo(10, -5)
                .stitchTo(10, -5)
                .stitchTo(-117, 122)
                .trim()
                .colorChange()
                .stitchTo(137, 122)
                .build();
        byte[] expected = {
            (byte) 0x80,
            4,
            10,
            5,
            0,
            0,
            -127,
            -127,
            (byte) 0x80,
            (byte) 0x80,
            7,
            0,
            (byte) 0x80,
            1,
            0,
            0,
            (byte) 0x80,
            4,
            127,
            0,
            127,
            0
        };
        byte[] written = ExpWriter.INSTANCE.write(pattern).file().bytes();

        assertThat(written).isEqualTo(expected);
        assertThat(ExpReader.INSTANCE.read(written).pattern().x(0)).isEqualTo(10);
    }
}
