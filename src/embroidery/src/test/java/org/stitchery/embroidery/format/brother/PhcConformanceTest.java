package org.stitchery.embroidery.format.brother;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class PhcConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PhFormat.PHC;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .text("#PHC0001")
                .upTo(0x2C)
                .u32(0xA9)
                .u32(0x2A)
                .upTo(0x4D)
                .hex("02 00 05 1C")
                .upTo(0x58)
                .u32(0x06)
                .upTo(0x60)
                .u32(0x0C)
                .upTo(0x6C)
                .u32(0x3D)
                .upTo(0x7A)
                .hex("02 05 1C")
                .times(0x15, 0)
                .hex("90 00 90 14   0A 00   00 62   FE B0 02   71 00   FF")
                .upTo(0xA9)
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 20 JUMP",
                        "10 20 STITCH",
                        "10 -10 STITCH",
                        "10 -10 COLOR_CHANGE",
                        "-5 -10 STITCH",
                        "-5 -10 END");
    }

    /** As other machines write it, by what one other reader does. */
    @Test
    void partsThatTellTheirLengthsOtherwiseAreFoundToo() throws FormatException {
        byte[] other = new Built()
                .text("#PHC0001")
                .upTo(0x2B)
                .hex("2C")
                .upTo(0x30)
                .hex("2C 00")
                .upTo(0x4D)
                .hex("02 00 05 1C")
                .upTo(0x58)
                .hex("04 00")
                .times(4, 0)
                .u32(6)
                .times(6 + 10, 0)
                .hex("02 05 1C")
                .times(0x1D, 0)
                .hex("90 00 90 14   0A 00   00 62   FE B0 02   71 00   FF")
                .bytes();

        assertThat(lines(other)).isEqualTo(lines(example()));
    }
}
