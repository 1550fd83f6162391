package org.stitchery.embroidery.format.tajima;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class T15ConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return T15Format.T15;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .u32(11)
                .u32(15)
                .upTo(0x0C)
                .hex("FF898989 89008689 89897100")
                .hex("C0000000".repeat(8))
                .hex("C0003004   C8000000 CA000000   C00C0000   C0002834   CA000000 C8000000 C6000000")
                .hex("C0000000   C8000000 CA000000   C02E0000   CA000000 C8000000 C6000000")
                .hex("C0000000 C0000000   D0000000")
                .upTo(11 * 12)
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 -20 JUMP",
                        "0 -20 STITCH",
                        "10 -20 STITCH",
                        "10 10 STITCH",
                        "10 10 COLOR_CHANGE",
                        "10 10 STITCH",
                        "-5 10 STITCH",
                        "-5 10 END");
    }
}
