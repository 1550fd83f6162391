package org.stitchery.embroidery.format.tajima;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class T09ConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return T09Format.T09;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0x0C)
                .hex("14 00 80   00 0A 80   1E 00 A0   00 00 90   00 0F C0   00 00 00")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 -20 STITCH", "10 -20 STITCH", "10 10 STITCH", "10 10 STOP", "-5 10 STITCH", "-5 10 END");
    }
}
