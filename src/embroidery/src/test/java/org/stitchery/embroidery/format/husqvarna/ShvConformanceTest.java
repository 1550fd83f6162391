package org.stitchery.embroidery.format.husqvarna;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class ShvConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return ShvFormat.SHV;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .text("Embroidery disk created using software licensed from Viking Sewing Machines AB, Sweden")
                .hex("04")
                .text("Star")
                .hex("08 04  00 00 00 00")
                .times(16, 0)
                .hex("02")
                .times(18, 0)
                .hex("00 00 00 06  03")
                .times(9, 0)
                .hex("00 00 00 01  05")
                .times(7, 0)
                .hex("80 01 00 00 FF EC   80 02   0A 00   00 1E   F1 00")
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
