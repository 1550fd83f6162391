package org.stitchery.embroidery.format.bitsandvolts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class BroConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return BroFormat.BRO;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("55 01 00")
                .text("Star")
                .upTo(0x100)
                .hex("80 01 03 00 00 14 00   0A 00   00 E2   80 01 E2 00 00 00 00   F1 00   80 02 E0")
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
                        "10 10 JUMP",
                        "-5 10 STITCH",
                        "-5 10 END");
    }
}
