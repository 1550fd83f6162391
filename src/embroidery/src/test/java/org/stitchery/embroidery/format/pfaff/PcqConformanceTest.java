package org.stitchery.embroidery.format.pfaff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class PcqConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PcsFormat.PCQ;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("32 01 1000")
                .times(16 * 4, 0)
                .hex("0400")
                .hex("08000000 00000000 03   00000000 000C0000 04   00060000 000C0000 00   00060000 00FAFFFF 00")
                .hex("0E000000 00000000 03   00FDFFFF 00FAFFFF 00")
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
