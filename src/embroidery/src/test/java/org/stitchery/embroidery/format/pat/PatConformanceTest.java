package org.stitchery.embroidery.format.pat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class PatConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return PatFormat.PAT;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .hex("FF FF 00 A7 E5 FD 05 F5 E1 00")
                .hex("85 0000 0001   7F 0000 0000   00 0000 0014   01 000A 0000   05 0000 FFE2   FE 0001 0000")
                .hex("04 FFF1 0000   7F 0000 0000   81 0000 0000")
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
