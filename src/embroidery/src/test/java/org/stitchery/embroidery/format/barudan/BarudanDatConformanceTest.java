package org.stitchery.embroidery.format.barudan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class BarudanDatConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return BarudanDatFormat.BARUDAN_DAT;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("89 00 00   81 14 00   80 00 0A   C0 1E 00   8A 00 00   A0 00 0F   F8 00 00")
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
