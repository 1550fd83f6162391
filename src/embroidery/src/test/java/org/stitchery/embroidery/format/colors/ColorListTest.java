package org.stitchery.embroidery.format.colors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stitchery.embroidery.Samples;
import org.stitchery.embroidery.format.FormatException;
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
        String red =
                "0022" + "0000" + "e81c2a" + "0003" + textHex("1903 Lipstick") + "00" + textHex("Isacord 40") + "00";
        String green = "0019" + "0001" + "00a0ff" + "0000" + textHex("Unknown") + "00" + textHex("Unknown") + "00";
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

    @Test
    void whatIsWrittenIsReadAgain() throws FormatException {
        for (ColorList kind : List.of(ColorList.EDR, ColorList.RGB, ColorList.COL)) {
            assertThat(kind.read(kind.write(USES)))
                    .as(kind.name())
                    .extracting(use -> use.thread().rgb())
                    .containsExactly(RED.rgb(), GREEN.rgb());
        }
        assertThat(ColorList.INF.read(ColorList.INF.write(USES)))
                .containsExactly(
                        new ColorUse(new ThreadColor(RED.rgb(), "Isacord 40", "", "1903 Lipstick"), 3),
                        new ColorUse(GREEN, 0));
    }

    @Test
    void aListWithoutEntriesIsEmpty() throws FormatException {
        assertThat(ColorList.EDR.read(new byte[0])).isEmpty();
        assertThat(ColorList.COL.read("0\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(ColorList.INF.read(HexFormat.of().parseHex("00000001000000080000000400000000")))
                .isEmpty();
    }

    @Test
    void aDamagedListIsRefusedWithItsPlace() {
        refused(ColorList.EDR, new byte[] {1, 2, 3}, 3);
        refused(ColorList.RGB, new byte[4000], 4000);
        refused(ColorList.COL, new byte[0], 0);
        refused(ColorList.COL, text("2\n0,1,2,3\n"), 10);
        refused(ColorList.COL, text("1\n0,1,2,256\n"), 2);
        refused(ColorList.COL, text("1\n0,1,2\n"), 2);
        refused(ColorList.COL, text("many\n"), 0);
        refused(ColorList.INF, new byte[16], 0);
        refused(ColorList.INF, HexFormat.of().parseHex("0000000100000008000000047FFFFFFF"), 12);
        refused(ColorList.INF, HexFormat.of().parseHex("000000010000000800000004000000010003000000"), 16);
        refused(ColorList.INF, HexFormat.of().parseHex("000000010000000800000004000000010FFF000000"), 16);
    }

    @Test
    void anyDamageIsAListOrAnError() {
        for (ColorList kind : ColorList.values()) {
            byte[] whole = kind.write(USES);
            Random random = new Random(7);
            for (int i = 0; i < 2000; i++) {
                byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
                for (int n = 0; n < 3 && damaged.length > 0; n++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(kind.read(damaged)).hasSizeLessThan(1000);
                } catch (FormatException refused) {
                    assertThat(refused.offset()).isBetween(0L, (long) damaged.length);
                }
            }
        }
    }

    @Test
    void theListsOfAnotherProgramSayTheColoursOfTheirDesigns() throws IOException {
        for (ColorList kind : List.of(ColorList.EDR, ColorList.COL, ColorList.INF)) {
            List<String> files = Samples.files("synthetic/" + kind.extension(), "." + kind.extension());
            assertThat(files).hasSize(18);
            for (String file : files) {
                String design = file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
                if (design.equals("p18_50k")) {
                    // There is no vector of it in a format that names threads.
                    continue;
                }
                assertThat(kind.read(Samples.bytes(file)))
                        .as(file)
                        .extracting(use -> use.thread().hex())
                        .isEqualTo(Samples.threads("synthetic/csv/" + design + ".csv", "cooked"));
            }
        }
        assertThat(ColorList.RGB.read(Samples.bytes("open/shamrockin.rgb")))
                .extracting(use -> use.thread().hex())
                .containsExactly("#00ff00");
    }

    private static void refused(ColorList kind, byte[] content, long offset) {
        assertThatThrownBy(() -> kind.read(content))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.offset()).isEqualTo(offset));
    }

    private static String hex(ColorList kind) {
        return HexFormat.of().formatHex(kind.write(USES));
    }

    private static String textHex(String words) {
        return HexFormat.of().formatHex(text(words));
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.US_ASCII);
    }
}
