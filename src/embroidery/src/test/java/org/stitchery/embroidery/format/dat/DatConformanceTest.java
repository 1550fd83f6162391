package org.stitchery.embroidery.format.dat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class DatConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return DatFormat.DAT;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("EC 00 00   00 F6 01   1E 00 01   00 00 09   00 0F 01   00 00 10")
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
