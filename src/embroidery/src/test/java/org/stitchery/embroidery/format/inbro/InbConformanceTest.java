package org.stitchery.embroidery.format.inbro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class InbConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return InbFormat.INB;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0x2000)
                .hex("00 14 02   0A 00 00   00 1E 20   00 00 01   0F 00 40   00 00 04")
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
