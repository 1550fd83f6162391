package org.stitchery.embroidery.format.pfaff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class MaxConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return MaxFormat.MAX;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0xD5)
                .u32(3)
                .hex("E8 03 00 00  18 FC FF 00   00 00 00 00  E8 03 00 00   01 00 00 00  02 00 00 00")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example())).containsExactly("1235 -1235 STITCH", "0 1235 STITCH", "1 2 STITCH", "1 2 END");
    }
}
