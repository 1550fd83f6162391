package org.stitchery.embroidery.format.tajima;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class T01ConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return T01Format.T01;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("00 00 83   81 00 03   00 00 C3   41 00 03   00 00 F3")
                .bytes();
    }

    @Test
    void itsRecordsAreMovesWithTheirCommands() throws FormatException {
        assertThat(lines(example()))
                .containsExactly("0 0 JUMP", "1 -1 STITCH", "1 -1 COLOR_CHANGE", "2 0 STITCH", "2 0 END");
    }
}
