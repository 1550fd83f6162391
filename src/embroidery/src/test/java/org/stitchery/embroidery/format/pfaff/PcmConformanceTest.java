package org.stitchery.embroidery.format.pfaff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class PcmConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PcmFormat.PCM;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("32 00 0010")
                .hex("0000 0001 0002 0003 0004 0005 0006 0007 0008 0009 000A 000B 000C 000D 000E 000F")
                .hex("0004")
                .hex("00000008 00000000 03   00000000 00000C00 04   00000600 00000C00 00   00000600 FFFFFA00 00")
                .hex("0000000E 00000000 03   FFFFFD00 FFFFFA00 00")
                .times(20, 0)
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
