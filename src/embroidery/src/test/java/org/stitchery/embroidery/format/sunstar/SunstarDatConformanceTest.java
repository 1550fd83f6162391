package org.stitchery.embroidery.format.sunstar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class SunstarDatConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return SunstarDatFormat.SUNSTAR_DAT;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("00 00 07 00")
                .upTo(0x100)
                .hex("00 14 84   0A 00 07   00 9E 07   00 00 80   00 00 87   8F 00 07   00 00 00")
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
