package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTypeFontTest {

    private static final String TEXT = "Stitchery, \u00e4\u00f6\u00fc\u0159\u017e \u03a9 \u041f 0123 @&";

    @ParameterizedTest
    @ValueSource(strings = {"housesans-regular", "housesans-bold", "houseserif-regular", "houseserif-bold"})
    void theFontsThatTravelWithTheProgramHaveTheLettersOfEurope(String name) {
        OpenTypeFont font = OpenTypeFont.read(Fonts.house(name));
        TEXT.codePoints().forEach(c -> {
            assertThat(font.has(c)).as(Character.toString(c)).isTrue();
            OpenTypeFont.Glyph glyph = font.glyph(c);
            assertThat(glyph.advance()).isBetween(0.1, 1.2);
            assertThat(glyph.outline().isEmpty()).isEqualTo(c == ' ');
        });
        assertThat(font.has(0x4f60)).isFalse();
        assertThat(font.ascent()).isBetween(0.8, 1.0);
    }

    @Test
    void aLetterStandsOnItsLineWithItsHeight() {
        Box box = OpenTypeFont.read(Fonts.house("housesans-regular"))
                .glyph('H')
                .outline()
                .bounds(Matrix.IDENTITY);
        assertThat(box.minY()).isCloseTo(0, within(0.001));
        assertThat(box.maxY()).isCloseTo(0.69, within(0.02));
    }

    @Test
    void aFontDeflatedForTheWebIsTheSameFont() {
        OpenTypeFont plain = OpenTypeFont.read(Fonts.house("houseserif-regular"));
        OpenTypeFont woff = OpenTypeFont.read(Fonts.woff(Fonts.house("houseserif-regular")));
        TEXT.codePoints()
                .forEach(c -> assertThat(woff.glyph(c).outline().bounds(Matrix.IDENTITY))
                        .isEqualTo(plain.glyph(c).outline().bounds(Matrix.IDENTITY)));
    }

    @Test
    void whatIsNoFontIsTold() {
        for (byte[] bytes : new byte[][] {{}, {1}, new byte[100], "OTTO12345678".getBytes(), "wOF2abcdef".getBytes()}) {
            assertThatExceptionOfType(FontException.class).isThrownBy(() -> OpenTypeFont.read(bytes));
        }
    }

    /** A font of a stranger gives letters or a refusal, whatever its bytes are. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aDamagedFontGivesLettersOrARefusal(boolean deflated) {
        byte[] whole = Fonts.house("housesans-regular");
        byte[] font = deflated ? Fonts.woff(whole) : whole;
        Random random = new Random(20261123);
        int refused = 0;
        for (int n = 0; n < 400; n++) {
            byte[] damaged = n % 4 == 0 ? Arrays.copyOf(font, random.nextInt(font.length)) : font.clone();
            for (int k = random.nextInt(6); k >= 0 && damaged.length > 0; k--) {
                int at = random.nextInt(n % 2 == 0 ? Math.min(600, damaged.length) : damaged.length);
                damaged[at] = (byte) random.nextInt();
            }
            try {
                OpenTypeFont read = OpenTypeFont.read(damaged);
                TEXT.codePoints().forEach(read::glyph);
            } catch (FontException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(refused).isPositive();
    }
}
