package org.stitchery.embroidery.format.elna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class EmdConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return EmdFormat.EMD;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0x30)
                .hex("80 7D   80 80 00 14   0A 00   00 E2   80 2A   F1 00   80 AD   80 FD")
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
                        "-5 10 TRIM",
                        "-5 10 END");
    }
}
