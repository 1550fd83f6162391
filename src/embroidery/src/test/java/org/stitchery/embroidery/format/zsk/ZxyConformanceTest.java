package org.stitchery.embroidery.format.zsk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class ZxyConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return ZxyFormat.ZXY;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("F0 00 05")
                .text("TITLE")
                .hex("20 00 01   02 00 14   00 0A 00   04 00 1E   20 00 02   08 0F 00   20 FF 00")
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
