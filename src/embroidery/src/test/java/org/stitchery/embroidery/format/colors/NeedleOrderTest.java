package org.stitchery.embroidery.format.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.FormatException;

class NeedleOrderTest {

    @Test
    void aGenuineFileIsReadAndWrittenAgainByteForByte() throws IOException {
        byte[] genuine = Samples.bytes("open/Star.CT0");

        assertThat(NeedleOrder.read(genuine)).containsExactly(1, 2);
        assertThat(NeedleOrder.write(List.of(1, 2))).isEqualTo(genuine);
    }

    @Test
    void allNeedlesComeBack() throws FormatException {
        List<Integer> needles = List.of(15, 1, 9, 10, 11, 12, 13, 14, 2, 2);

        assertThat(NeedleOrder.read(NeedleOrder.write(needles))).isEqualTo(needles);
        assertThat(NeedleOrder.read(NeedleOrder.write(Collections.nCopies(256, 7))))
                .hasSize(256);
        assertThat(NeedleOrder.write(Collections.nCopies(256, 7))).hasSize(0x600);
    }

    @Test
    void needlesThatCannotBeNamedAreRefused() {
        for (List<Integer> needles :
                List.of(List.<Integer>of(), List.of(0), List.of(16), Collections.nCopies(257, 1))) {
            assertThatThrownBy(() -> NeedleOrder.write(needles)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFileThatIsNoneIsRefusedWithItsPlace() {
        byte[] damaged = NeedleOrder.write(List.of(1, 2));
        damaged[0x110] = 'X';

        assertThatThrownBy(() -> NeedleOrder.read(damaged))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.offset()).isEqualTo(0x110));
        for (int length = 0; length < 0x110; length += 8) {
            byte[] cut = Arrays.copyOf(damaged, length);
            assertThatThrownBy(() -> NeedleOrder.read(cut)).isInstanceOf(FormatException.class);
        }
    }
}
