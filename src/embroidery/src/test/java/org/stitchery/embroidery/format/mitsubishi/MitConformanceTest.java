package org.stitchery.embroidery.format.mitsubishi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class MitConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return MitFormat.MIT;
    }

    @Override
    protected byte[] example() {
        return new Built().hex("60 0A   25 60   20 EF   40 00   A7 60   00 00").bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly(
                        "0 -20 JUMP",
                        "10 -20 STITCH",
                        "10 10 STITCH",
                        "10 10 COLOR_CHANGE",
                        "-4 10 STITCH",
                        "-4 10 END");
    }
}
