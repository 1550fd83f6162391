package org.stitchery.driver.artista;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A wrong letter on this line can erase a machine: so every phrase there is, is read here as the machine reads it. */
class PhraseTest {

    /** What the machine's command decoder would make of it. All else is not to be sent. */
    private static final Pattern HARMLESS = Pattern.compile(
            "RF\\?|TrME(YQ)?|R([0-9A-F]{6})|L([0-9A-F]{6})([0-9A-F]{6})|W([0-9A-F]{6})((?:[0-9A-F]{2}){1,32})\\?");

    private static final List<String> FUNCTIONS = List.of("00A1", "0051", "0011", "0201", "0101");

    @Test
    void everyPhraseOfEveryUploadIsHarmless() {
        for (int seed = 0; seed < 200; seed++) {
            for (boolean card : new boolean[] {false, true}) {
                for (Step step : steps(seed, card)) {
                    assertHarmless(step.phrase().toString());
                }
            }
        }
    }

    private static List<Step> steps(int seed, boolean card) {
        Random chance = new Random(seed);
        byte[] noise = new byte[2 * chance.nextInt(600)];
        chance.nextBytes(noise);
        for (int i = 0; i < noise.length; i += 2) {
            noise[i] = noise[i] == (byte) 0x80 ? 1 : noise[i];
        }
        List<Step> all = new ArrayList<>(UploadSteps.upload("SHAZMXG-" + seed, ExpBody.of(noise), card));
        all.addAll(UploadSteps.probe());
        all.addAll(UploadSteps.closing());
        return all;
    }

    private static void assertHarmless(String phrase) {
        Matcher read = HARMLESS.matcher(phrase);
        assertThat(read.matches()).as(phrase).isTrue();
        if (phrase.startsWith("W")) {
            int address = Integer.parseInt(phrase.substring(1, 7), 16);
            int count = (phrase.length() - 8) / 2;
            boolean function = address == 0xFFFED0;
            assertThat(function || address >= 0x020000 && address + count <= 0x040000)
                    .as("%s stays in working memory", phrase)
                    .isTrue();
            assertThat(!function || FUNCTIONS.contains(phrase.substring(7, phrase.length() - 1)))
                    .as("%s invokes nothing that erases", phrase)
                    .isTrue();
        }
    }

    @Test
    void noFunctionDeletesOrFormats() {
        for (Function function : Function.values()) {
            int code = (function.code()[0] & 0xFF) << 8 | function.code()[1] & 0xFF;
            assertThat(code).isNotIn(0x0081, 0x0041, 0x0801);
            assertThat(FUNCTIONS).contains(String.format("%04X", code));
        }
    }

    @Test
    void nothingIsWrittenBesideItsPlace() {
        assertThatThrownBy(() -> Phrase.write(Place.NAME, 1, new byte[32], 0, 32))
                .hasMessageContaining("NAME has 32");
        assertThatThrownBy(() -> Phrase.write(Place.MAIN, 0, new byte[33], 0, 33))
                .hasMessageContaining("At most 32");
        assertThatThrownBy(() -> Place.PREVIEW.at(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
