package org.stitchery.embroidery.format.dst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DstLabelTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Star|STAR",
                "rose_1-b 2|ROSE_1-B 2",
                "Blüte für Müller|BLUTE FUR MULLER",
                "Straße|STRASSE",
                "Łódź & Søren|LODZ _ SOREN",
                "縫製|__",
                "a.b/c:d|A_B_C_D",
                "  padded  |PADDED",
                "this name is far too long|THIS NAME IS FAR",
                "fifteen chars.. x|FIFTEEN CHARS__"
            })
    void aNameBecomesWhatAPanelCanShow(String name, String label) {
        assertThat(DstLabel.of(name, 16)).isEqualTo(label);
    }

    @Test
    void anyNameBecomesPlainAndShort() {
        Random random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(40);
            for (int c = 0; c < length; c++) {
                name.append((char) random.nextInt(0x10000));
            }
            assertThat(DstLabel.of(name.toString(), 16)).matches("[A-Z0-9_ -]{0,16}");
        }
    }
}
