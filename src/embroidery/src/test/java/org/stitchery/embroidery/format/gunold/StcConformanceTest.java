package org.stitchery.embroidery.format.gunold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class StcConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return StcFormat.STC;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .text("DESIGN:STAR    STITCHES:    4")
                .upTo(0x28)
                .hex("00 14 00   00 00 03   0A 00 01   00 E2 01   00 00 04   F1 00 01   00 00 19")
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
