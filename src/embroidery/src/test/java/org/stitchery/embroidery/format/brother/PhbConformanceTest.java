package org.stitchery.embroidery.format.brother;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class PhbConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PhFormat.PHB;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .text("#PHB0003")
                .upTo(0x50)
                .u32(0xD9)
                .u32(0x26)
                .upTo(0x71)
                .hex("02 00 05 1C")
                .upTo(0x78)
                .u32(0x10)
                .upTo(0x8A)
                .u32(0x12)
                .upTo(0x9C)
                .u32(0x3D)
                .upTo(0xAA)
                .hex("02 05 1C")
                .times(0x15, 0)
                .hex("90 00 90 14   0A 00   00 62   FE B0 02   71 00   FF")
                .upTo(0xD9)
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

    @Test
    void aPartThatLeadsOutOfTheFileIsRefusedWithItsPlace() {
        byte[] damaged = example();
        damaged[0x7B] = 0x7F;

        assertThatThrownBy(() -> reader().read(damaged)).isInstanceOfSatisfying(FormatException.class, refused -> {
            assertThat(refused.offset()).isEqualTo(0x78);
            assertThat(refused.expected()).contains("within the 217 bytes of the file");
        });
    }
}
