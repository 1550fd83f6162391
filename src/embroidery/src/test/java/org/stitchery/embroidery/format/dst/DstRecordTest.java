package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DstRecordTest {

    /** As they stand in genuine files, and worked out by hand from the table of weights. */
    @ParameterizedTest
    @CsvSource({
        "00 00 03, STITCH, 0, 0",
        "01 00 03, STITCH, 1, 0",
        "02 00 03, STITCH, -1, 0",
        "80 00 03, STITCH, 0, -1",
        "40 00 03, STITCH, 0, 1",
        "05 05 07, STITCH, 121, 0",
        "50 50 13, STITCH, 0, 121",
        "a0 a0 23, STITCH, 0, -121",
        "0a 0a 0b, STITCH, -121, 0",
        "20 00 83, JUMP, 0, -9",
        "00 00 c3, COLOR_CHANGE, 0, 0",
        "00 00 43, SEQUIN_MODE, 0, 0",
        "00 00 f3, END, 0, 0"
    })
    void knownBytesAreKnownMoves(String hex, DstRecord.Kind kind, int dx, int dy) {
        byte[] bytes = HexFormat.ofDelimiter(" ").parseHex(hex);

        DstRecord record = DstRecord.decode(bytes, 0);

        assertThat(record).isEqualTo(new DstRecord(kind, dx, dy));
        assertThat(record.encode()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @EnumSource(
            value = DstRecord.Kind.class,
            names = {"STITCH", "JUMP", "COLOR_CHANGE", "SEQUIN_MODE"})
    void everyMoveComesBack(DstRecord.Kind kind) {
        byte[] bytes = new byte[5];
        for (int dx = -121; dx <= 121; dx++) {
            for (int dy = -121; dy <= 121; dy++) {
                DstRecord record = new DstRecord(kind, dx, dy);
                record.encode(bytes, 1);
                assertThat(DstRecord.decode(bytes, 1)).isEqualTo(record);
            }
        }
        assertThat(bytes[0]).isZero();
        assertThat(bytes[4]).isZero();
    }

    @Test
    void aWeightSetWithBothSignsCancels() {
        assertThat(DstRecord.decode((byte) 0x03, (byte) 0x0F, (byte) 0x3F))
                .isEqualTo(new DstRecord(DstRecord.Kind.STITCH, 0, 0));
    }

    @Test
    void anyThreeBytesAreARecord() {
        for (int third = 0; third < 256; third++) {
            for (int first = 0; first < 256; first += 5) {
                DstRecord record = DstRecord.decode((byte) first, (byte) (first * 7), (byte) third);
                assertThat(Math.abs(record.dx())).isLessThanOrEqualTo(121);
                assertThat(Math.abs(record.dy())).isLessThanOrEqualTo(121);
            }
        }
    }

    @Test
    void aLongerMoveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DstRecord(DstRecord.Kind.JUMP, 122, 0))
                .withMessageContaining("121")
                .withMessageContaining("122");
    }
}
