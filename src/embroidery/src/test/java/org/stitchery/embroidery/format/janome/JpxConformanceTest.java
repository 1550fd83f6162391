package org.stitchery.embroidery.format.janome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class JpxConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return JpxFormat.JPX;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .u32(0x44)
                .upTo(0x20)
                .u32(2)
                .upTo(0x3C)
                .u32(2)
                .u32(5)
                .hex("80 02 00 14   0A 00   00 E2   80 01 00 00   F1 00   80 10")
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
                        "-5 10 END");
    }
}
