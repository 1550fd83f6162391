package org.stitchery.embroidery.format.datastitch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class StxConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return StxFormat.STX;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .text("STX0100")
                .upTo(0x14)
                .u32(0x40)
                .upTo(0x40)
                .hex("80 04 00 14   0A 00   00 E2   80 80 07 00   80 01 00 00   F1 00")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 -20 JUMP",
                        "10 -20 STITCH",
                        "10 10 STITCH",
                        "10 10 TRIM",
                        "10 10 COLOR_CHANGE",
                        "-5 10 STITCH",
                        "-5 10 END");
    }
}
