package org.stitchery.embroidery.format.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class ColorListTest {

    private static final ThreadColor RED = new ThreadColor(0xE81C2A, "Isacord 40", "1903", "Lipstick");
    private static final ThreadColor GREEN = ThreadColor.ofRgb(0x00A0FF);

    private static final List<ColorUse> USES = List.of(new ColorUse(RED, 3), new ColorUse(GREEN, 0));

    @Test
    void edrAndRgbAreFourBytesForEachUse() {
        assertThat(hex(ColorList.EDR)).isEqualTo("e81c2a0000a0ff00");
        assertThat(hex(ColorList.RGB)).isEqualTo(hex(ColorList.EDR));
    }

    @Test
    void colIsTextThatBeginsWithTheCount() {
        assertThat(new String(ColorList.COL.write(USES), StandardCharsets.US_ASCII))
                .isEqualTo("2\r\n0,232,28,42\r\n1,0,160,255\r\n");
    }

    @Test
    void infTellsNumberColourNeedleNameAndChart() {
        String red = "0022" + "0000" + "e81c2a" + "0003" + text("1903 Lipstick") + "00" + text("Isacord 40") + "00";
        String green = "0019" + "0001" + "00a0ff" + "0000" + text("Unknown") + "00" + text("Unknown") + "00";
        String after = red + green;
        assertThat(hex(ColorList.INF))
                .isEqualTo(
                        "00000001" + "00000008" + String.format("%08x", 4 + after.length() / 2) + "00000002" + after);
    }

    @Test
    void aStopCountsAsAUseOfTheSameThreadBecauseTheMachineCountsIt() {
        StitchPattern pattern = StitchPattern.builder("x")
                .stitchTo(10, 0)
                .stop()
                .stitchTo(20, 0)
                .colorChange()
                .stitchTo(30, 0)
                .threads(List.of(RED, GREEN))
                .build();
        assertThat(ColorUse.of(pattern, block -> 10 + block))
                .containsExactly(new ColorUse(RED, 11), new ColorUse(RED, 11), new ColorUse(GREEN, 12));
    }

    @Test
    void aDesignThatDoesNotSayItsColoursHasNoList() {
        StitchPattern pattern = StitchPattern.builder("x").stitchTo(10, 0).build();
        assertThat(ColorUse.of(pattern, block -> 1)).isEmpty();
        assertThatThrownBy(() -> ColorList.EDR.write(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kindsAreFoundByTheirExtension() {
        for (ColorList kind : ColorList.values()) {
            assertThat(ColorList.byExtension(kind.extension())).contains(kind);
        }
        assertThat(ColorList.byExtension("hp1")).isEmpty();
    }

    private static String hex(ColorList kind) {
        return HexFormat.of().formatHex(kind.write(USES));
    }

    private static String text(String words) {
        return HexFormat.of().formatHex(words.getBytes(StandardCharsets.US_ASCII));
    }
}
