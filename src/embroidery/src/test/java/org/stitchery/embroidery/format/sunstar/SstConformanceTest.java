package org.stitchery.embroidery.format.sunstar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class SstConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return SstFormat.SST;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0xA0)
                .hex("00 14 12   0A 00 00   00 1E 00   00 00 01   0F 00 40   00 00 04")
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
