package org.stitchery.embroidery.format.pfaff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class SpxConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return SpxFormat.SPX;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0x11E)
                .hex("0000 0000 1400 A0 0000   0000 0A00 0000 00 0000   0000 0000 E2FF 00 0000")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example())).containsExactly("0 20 JUMP", "10 20 STITCH", "10 -10 STITCH", "10 -10 END");
    }
}
