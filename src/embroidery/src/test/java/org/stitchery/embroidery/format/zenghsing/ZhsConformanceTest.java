package org.stitchery.embroidery.format.zenghsing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;
import org.stitchery.embroidery.model.ThreadColor;

class ZhsConformanceTest extends ReadingConformanceTest {

    @Override
    protected EmbroideryFormat format() {
        return ZhsFormat.ZHS;
    }

    @Override
    protected byte[] example() {
        return new Built()
                .upTo(0x0F)
                .u32(0x60)
                .u32(0x20)
                .upTo(0x20)
                .hex("02 FF0000 00FF00")
                .hex("2E00")
                .text("&$Madeira&#Red&#1147xx&$Isacord&#Green&#5510xx")
                .upTo(0x60)
                .hex("01 00 14   02 00 0A   10 12 34   02 A2 40   04 00 00   02 51 A0   41 41 22   02 41 22   80 00 00")
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
                        "195 10 STITCH",
                        "195 10 END");
    }

    @Test
    void itsThreadsHaveChartNameAndNumber() throws FormatException {
        assertThat(reader().read(example()).pattern().threads())
                .containsExactly(
                        new ThreadColor(0xFF0000, "Madeira", "1147", "Red"),
                        new ThreadColor(0x00FF00, "Isacord", "5510", "Green"));
    }
}
