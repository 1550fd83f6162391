package org.stitchery.embroidery.format.singer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.format.Built;
import org.stitchery.embroidery.format.EmbroideryFormat;
import org.stitchery.embroidery.format.FormatException;
import org.stitchery.embroidery.format.ReadingConformanceTest;

class CsdConformanceTest extends ReadingConformanceTest {

    private static final String RECORDS =
            "8A 00 00   90 14 00   80 00 0A   C0 1E 00   85 02 00   A0 00 0F   81 00 00   87 00 00";

    @Override
    protected EmbroideryFormat format() {
        return CsdFormat.CSD;
    }

    @Override
    protected byte[] example() {
        byte[] plain = new Built()
                .hex("55 01 48 00 03 00 00 00")
                .times(16 * 3, 0x40)
                .hex("7F 7F 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D")
                .hex(RECORDS)
                .bytes();
        return veiled(plain);
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
                        "-5 10 TRIM",
                        "-5 10 END");
    }

    private static byte[] veiled(byte[] plain) {
        byte[] keys = new byte[479 + 501];
        int state = 0x0C;
        for (int i = 0; i < keys.length; i++) {
            state = state * 1_103_515_245 + 12_345;
            keys[i] = (byte) (state >> 16);
        }
        byte[] veiled = new byte[plain.length];
        for (int i = 0; i < plain.length; i++) {
            veiled[i] = (byte) ((plain[i] + keys[i % 479]) ^ keys[479 + i % 501]);
        }
        return veiled;
    }
}
