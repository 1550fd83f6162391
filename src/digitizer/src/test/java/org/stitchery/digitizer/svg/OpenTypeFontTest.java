package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenTypeFontTest {

    /** What the font drawn for tests has. */
    private static final String OWN = "AVlfio() \u05d0\u05d1\u0628\u0627\u00c5";

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

    /** Packed and rewritten for the web, with quadratic and with cubic curves, it is the same font. */
    @ParameterizedTest
    @ValueSource(strings = {".otf", "-quadratic.woff2", "-cubic.woff2"})
    void aFontIsTheSameInEachOfItsFormats(String file) {
        OpenTypeFont plain = OpenTypeFont.read(Fonts.own(".ttf"));
        OpenTypeFont other = OpenTypeFont.read(Fonts.own(file));

        OWN.codePoints().forEach(c -> {
            Box box = plain.glyph(c).outline().bounds(Matrix.IDENTITY);
            assertThat(other.glyph(c).outline().bounds(Matrix.IDENTITY))
                    .as(Character.toString(c))
                    .isEqualTo(box);
            assertThat(other.glyph(c).advance()).isEqualTo(plain.glyph(c).advance());
        });
        assertThat(plain.glyph('o').outline().bounds(Matrix.IDENTITY)).isEqualTo(new Box(0.05, 0, 0.45, 0.5));
        assertThat(plain.glyph('\u00c5').outline().bounds(Matrix.IDENTITY).maxY())
                .isCloseTo(0.82, within(1e-9));
    }

    @Test
    void pairsOfLettersMoveTogetherOneByOneAndByClasses() {
        OpenTypeFont font = OpenTypeFont.read(Fonts.own(".ttf"));
        assertThat(pair(font, 'A', 'V')).isEqualTo(-120);
        assertThat(pair(font, 'V', 'A')).isZero();
        assertThat(pair(font, '\u00c5', 'i')).isEqualTo(-40);
        assertThat(pair(OpenTypeFont.read(Fonts.without("GPOS", Fonts.own(".ttf"))), 'A', 'V'))
                .isZero();
    }

    private static int pair(OpenTypeFont font, int first, int second) {
        return font.kerning()
                .pair("latn", font.index(first), font.index(second))
                .firstWidth();
    }

    /** A second opinion: the metrics that the makers of real fonts give beside them. */
    @ParameterizedTest
    @ValueSource(strings = {"NimbusSans-Regular", "C059-BdIta", "URWBookman-Light"})
    void aPostScriptFontMeasuresAsItsMakersSay(String name) throws IOException {
        Path fonts = Path.of("/usr/share/fonts");
        Path file = fonts.resolve("opentype/urw-base35/" + name + ".otf");
        Path metrics = fonts.resolve("type1/urw-base35/" + name + ".afm");
        assumeTrue(Files.exists(file) && Files.exists(metrics), "The fonts of fonts-urw-base35 are not installed");
        OpenTypeFont font = OpenTypeFont.read(Files.readAllBytes(file));
        int letters = 0;
        int pairs = 0;
        for (String line : Files.readAllLines(metrics)) {
            String[] words = line.split("[ ;]+");
            if (words[0].equals("C") && words[5].length() == 1) {
                OpenTypeFont.Glyph glyph = font.glyph(words[5].charAt(0));
                Box box = glyph.outline().bounds(Matrix.scaling(1000, 1000));
                assertThat(glyph.advance() * 1000).as(line).isCloseTo(Integer.parseInt(words[3]), within(0.5));
                assertThat(new double[] {box.minX(), box.minY(), box.maxX(), box.maxY()})
                        .as(line)
                        .containsExactly(
                                Arrays.stream(words, 7, 11)
                                        .mapToDouble(Double::parseDouble)
                                        .toArray(),
                                within(1.01));
                letters++;
            } else if (words[0].equals("KPX") && words[1].length() == 1 && words[2].length() == 1) {
                assertThat(pair(font, words[1].charAt(0), words[2].charAt(0)))
                        .as(line)
                        .isEqualTo(Integer.parseInt(words[3]));
                pairs++;
            }
        }
        assertThat(letters).isEqualTo(52);
        assertThat(pairs).isPositive();
    }

    @Test
    void whatIsNoFontIsTold() {
        for (byte[] bytes : new byte[][] {{}, {1}, new byte[100], "OTTO12345678".getBytes(), "wOF2abcdef".getBytes()}) {
            assertThatExceptionOfType(FontException.class).isThrownBy(() -> OpenTypeFont.read(bytes));
        }
    }

    static List<byte[]> fonts() {
        byte[] house = Fonts.house("housesans-regular");
        return List.of(
                house,
                Fonts.woff(house),
                Fonts.own(".ttf"),
                Fonts.own(".otf"),
                Fonts.woff(Fonts.own(".otf")),
                Fonts.own("-quadratic.woff2"),
                Fonts.own("-cubic.woff2"));
    }

    /** A font of a stranger gives letters or a refusal, whatever its bytes are. */
    @ParameterizedTest
    @MethodSource("fonts")
    void aDamagedFontGivesLettersOrARefusal(byte[] font) {
        Random random = new Random(20261123);
        int refused = 0;
        for (int n = 0; n < 500; n++) {
            byte[] damaged = n % 8 == 0 ? Arrays.copyOf(font, random.nextInt(font.length)) : font.clone();
            for (int k = random.nextInt(6); k >= 0 && damaged.length > 0; k--) {
                int at = random.nextInt(n % 2 == 0 ? Math.min(600, damaged.length) : damaged.length);
                damaged[at] = (byte) (n % 3 == 0 ? -random.nextInt(2) : random.nextInt());
            }
            try {
                written(OpenTypeFont.read(damaged));
            } catch (FontException e) {
                refused++;
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(refused).isPositive();
    }

    /** Damage behind the packing, which hardly any damage of the file itself gets through. */
    @ParameterizedTest
    @ValueSource(strings = {"-quadratic.woff2", "-cubic.woff2"})
    void aFontDamagedBeforeItWasPackedGivesLettersOrARefusal(String file) {
        byte[] font = Fonts.own(file);
        assertThat(OpenTypeFont.read(Fonts.repacked(font, tables -> tables)).has('A'))
                .isTrue();
        Random random = new Random(7);
        int written = 0;
        for (int n = 0; n < 1000; n++) {
            byte[] damaged = Fonts.repacked(font, tables -> {
                for (int k = random.nextInt(4); k >= 0; k--) {
                    tables[random.nextInt(tables.length)] = (byte) (random.nextBoolean() ? -1 : random.nextInt());
                }
                return tables;
            });
            try {
                written(OpenTypeFont.read(damaged));
                written++;
            } catch (FontException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
        assertThat(written).isBetween(100, 950);
    }

    private static void written(OpenTypeFont font) {
        (TEXT + OWN).codePoints().forEach(font::glyph);
        int[] glyphs = OWN.codePoints().map(font::index).toArray();
        for (String script : List.of("latn", "arab", "DFLT")) {
            for (int i = 0; i < glyphs.length; i++) {
                font.kerning().pair(script, glyphs[i], glyphs[(i + 1) % glyphs.length]);
                font.glyphAt(font.substitutions().single(script, "medi", glyphs[i]));
                font.substitutions().ligature(script, glyphs, i, glyphs.length);
            }
        }
    }

    @Test
    void aFontThatPromisesTooMuchIsRefusedBeforeItIsUnpacked() {
        byte[] font = Fonts.own("-quadratic.woff2");
        int rest = 49;
        while (font[rest++] < 0) {
            // The first entry's size, in digits to the base of 128 of which all but the last are marked.
        }
        byte[] large = new byte[54 + font.length - rest];
        System.arraycopy(font, 0, large, 0, 49);
        Arrays.fill(large, 49, 53, (byte) 0xFF);
        large[53] = 0x7F;
        System.arraycopy(font, rest, large, 54, font.length - rest);

        assertThatExceptionOfType(FontException.class)
                .isThrownBy(() -> OpenTypeFont.read(large))
                .withMessage("it is too large");
    }

    /** A subroutine that calls itself, and ten that call the next a hundred times each: 100 to the power of 10 steps. */
    @Test
    void letterProgramsThatNeverEndAreEnded() {
        byte[] callSelf = {(byte) (139 - 107), 29};
        assertThatExceptionOfType(FontException.class)
                .isThrownBy(() -> drawn(callSelf, callSelf))
                .withMessageContaining("made of each other");

        byte[][] routines = new byte[9][];
        for (int i = 0; i < routines.length; i++) {
            routines[i] = new byte[200];
            for (int k = 0; k < 200; k += 2) {
                routines[i][k] = (byte) (139 - 107 + i + 1);
                routines[i][k + 1] = 29;
            }
        }
        routines[8] = new byte[] {11};
        assertThatExceptionOfType(FontException.class)
                .isThrownBy(() -> drawn(new byte[] {(byte) (139 - 107), 29}, routines))
                .withMessageContaining("too many steps");
        byte[] numbers = new byte[100];
        Arrays.fill(numbers, (byte) 139);
        assertThatExceptionOfType(FontException.class).isThrownBy(() -> drawn(numbers));
    }

    /** Draws a glyph that is this program. */
    private static void drawn(byte[] program, byte[]... routines) {
        CffIndex global = new CffIndex(new FontBytes(list(routines)), 0);
        new CharString(global, null, Matrix.IDENTITY, new Outline.Builder(), new CharString.Allowance())
                .draw(new FontBytes(program));
    }

    private static byte[] list(byte[]... entries) {
        ByteBuffer out = ByteBuffer.allocate(5
                + 2 * entries.length
                + Arrays.stream(entries).mapToInt(e -> e.length).sum());
        out.putShort((short) entries.length).put((byte) 2);
        int offset = 1;
        for (int i = 0; i <= entries.length; i++) {
            out.putShort((short) offset);
            offset += i < entries.length ? entries[i].length : 0;
        }
        for (byte[] entry : entries) {
            out.put(entry);
        }
        return out.array();
    }

    /** Each feature names the same lookup over and over: four thousand million steps to read it all. */
    @Test
    void rulesThatAreReadOverAndOverAreGivenUp() {
        ByteBuffer table = ByteBuffer.allocate(66_000);
        table.putInt(0x10000).putShort((short) 10).putShort((short) 40).putShort((short) 30);
        table.position(10)
                .putShort((short) 1)
                .put("DFLT".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 8);
        table.position(18).putShort((short) 4);
        table.position(22).putShort((short) 0).putShort((short) -1).putShort((short) 30_000);
        table.position(40)
                .putShort((short) 1)
                .put("kern".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 8);
        table.position(48).putShort((short) 0).putShort((short) 30_000);
        byte[] font = withTable("GPOS", table.array());

        OpenTypeFont read = OpenTypeFont.read(font);
        assertThat(pair(read, 'A', 'V')).isZero();
        assertThat(pair(read, 'A', 'V')).isZero();
    }

    /** The font for tests with another table in place of one of its own. */
    private static byte[] withTable(String tag, byte[] table) {
        byte[] font = Fonts.own(".ttf");
        byte[] all = Arrays.copyOf(font, font.length + table.length);
        System.arraycopy(table, 0, all, font.length, table.length);
        ByteBuffer head = ByteBuffer.wrap(all);
        for (int at = 12; at < 12 + 16 * head.getShort(4); at += 16) {
            if (new String(font, at, 4, StandardCharsets.ISO_8859_1).equals(tag)) {
                head.putInt(at + 8, font.length).putInt(at + 12, table.length);
            }
        }
        return all;
    }
}
