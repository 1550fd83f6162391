package org.stitchery.embroidery.format.toyota;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class Toyota100ConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return Toyota100Format.TOYOTA_100;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("41 00 00 14   61 00 0A 00   61 00 00 9E   60 00 00 00   61 00 8F 00   1F 00 00 00")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 -20 JUMP",
                        "10 -20 STITCH",
                        "10 10 STITCH",
                        "10 10 COLOR_CHANGE",
                        "-5 10 STITCH",
                        "-5 10 JUMP",
                        "-5 10 END");
    }
}
