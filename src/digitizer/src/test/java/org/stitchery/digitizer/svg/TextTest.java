package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;

/** Text becomes the outlines of its letters. The bar of an l is a rectangle, which makes places easy to read. */
class TextTest {

    /** Width of an l in 1000 units, and where its bar begins and ends, in House Sans. */
    private static final double ADVANCE = 0.222;

    private static final double BAR_LEFT = 0.067;
    private static final double BAR_RIGHT = 0.155;

    @Test
    void lettersStandOnTheirLineFromLeftToRight() {
        List<Box> bars = bars("<text x='10' y='50' font-size='20' font-family='sans-serif'>ll</text>");

        assertThat(bars).hasSize(2);
        assertThat(bars.get(0).minX()).isCloseTo(10 + 20 * BAR_LEFT, within(0.1));
        assertThat(bars.get(0).maxX()).isCloseTo(10 + 20 * BAR_RIGHT, within(0.1));
        assertThat(bars.get(0).maxY()).isCloseTo(50, within(0.01));
        assertThat(bars.get(0).minY()).isCloseTo(50 - 20 * 0.725, within(0.2));
        assertThat(bars.get(1).minX() - bars.get(0).minX()).isCloseTo(20 * ADVANCE, within(0.05));
    }

    @ParameterizedTest
    @CsvSource({"start, 50", "middle, 47.78", "end, 45.56"})
    void theAnchorTellsWhereAPieceIsHeld(String anchor, double from) {
        List<Box> bars =
                bars("<text x='50' y='50' font-size='10' font-family='Arial' text-anchor='" + anchor + "'>ll</text>");
        assertThat(bars.get(0).minX()).isCloseTo(from + 10 * BAR_LEFT, within(0.05));
    }

    @Test
    void positionsOfLettersComeFromListsAndInnerElements() {
        List<Box> bars = bars("<text font-size='10' font-family='Arial' y='20' x='10 30'>ll<tspan x='50' dy='5'>l"
                + "</tspan></text>");
        assertThat(bars).extracting(b -> Math.round(b.minX() - 10 * BAR_LEFT)).containsExactly(10L, 30L, 50L);
        assertThat(bars).extracting(b -> Math.round(b.maxY())).containsExactly(20L, 20L, 25L);
    }

    @Test
    void spacingAndStretchMoveLettersApart() {
        List<Box> spaced = bars("<text y='20' font-size='10' font-family='Arial' letter-spacing='3'>ll</text>");
        assertThat(spaced.get(1).minX() - spaced.get(0).minX()).isCloseTo(10 * ADVANCE + 3, within(0.05));

        List<Box> stretched = bars("<text y='20' font-size='10' font-family='Arial' textLength='30'>ll</text>");
        assertThat(stretched.get(1).minX() - stretched.get(0).minX()).isCloseTo(30 - 10 * ADVANCE, within(0.05));
    }

    @Test
    void whiteSpaceCountsOnceUnlessItIsPreserved() {
        double once = bars("<text y='20' font-size='10' font-family='Arial'>  l  \n l </text>")
                .get(1)
                .minX();
        double preserved = bars("<text y='20' font-size='10' font-family='Arial' xml:space='preserve'>l    l</text>")
                .get(1)
                .minX();
        assertThat(once).isCloseTo(10 * (ADVANCE + 0.278 + BAR_LEFT), within(0.05));
        assertThat(preserved - once).isCloseTo(30 * 0.278, within(0.05));
    }

    @Test
    void lettersFollowALine() {
        List<Box> bars = bars("<defs><path id='down' d='M40 10 V90'/></defs><text font-size='10' font-family='Arial'>"
                + "<textPath href='#down' startOffset='25%'>ll</textPath></text>");
        assertThat(bars.get(0).minX()).isCloseTo(40, within(0.05));
        assertThat(bars.get(0).minY()).isCloseTo(30 + 10 * BAR_LEFT, within(0.05));
        assertThat(bars.get(1).minY() - bars.get(0).minY()).isCloseTo(10 * ADVANCE, within(0.05));
    }

    @Test
    void whatDoesNotFitOnItsLineIsNamed() {
        Artwork artwork = Svg.read("<path id='p' d='M0 9 H9' stroke='red'/><text font-size='10'>"
                + "<textPath href='#p'>a long sentence</textPath></text>");
        assertThat(Svg.findings(artwork)).contains("W_LETTERS_MISSING text[1]");
    }

    @Test
    void eachColorIsAShapeOfItsOwn() {
        Artwork artwork = Svg.read("<text y='20' fill='#f00'>one <tspan id='b' fill='#00f'>two</tspan> three</text>");
        assertThat(Svg.fills(artwork)).isEqualTo("#ff0000 #0000ff #ff0000");
        assertThat(artwork.shapes()).extracting(ArtworkShape::element).containsExactly("text[1]", "#b", "text[1]");
    }

    @Test
    void boldTextHasThickerLettersAndItalicOnesLean() {
        Box plain =
                bars("<text y='50' font-size='40' font-family='Arial'>l</text>").get(0);
        Box bold = bars("<text y='50' style='font: bold 40px Arial'>l</text>").get(0);
        Box italic = bars("<text y='50' style='font: italic 40px/1.5 Arial, sans-serif'>l</text>")
                .get(0);
        assertThat(bold.width()).isGreaterThan(1.2 * plain.width());
        assertThat(italic.width()).isGreaterThan(2 * plain.width());
    }

    @Test
    void theFindingNamesTheFontThatWasWantedAndTheOneTaken() {
        assertThat(Svg.read("<text y='20' font-family='Comic Sans MS, cursive'>x</text>")
                        .findings())
                .singleElement()
                .satisfies(f ->
                        assertThat(f.message()).contains("\"comic sans ms\"").contains("House Sans"));
    }

    @Test
    void anEmbeddedFontIsUsedWithoutAWord() {
        Artwork artwork = Svg.read(Fonts.declared("Mine", Fonts.house("houseserif-bold"))
                + "<text y='50' font-size='40' font-family='Mine'>l</text>");
        Artwork house = Svg.read("<text y='50' font-size='40' font-family='serif' font-weight='bold'>l</text>");

        assertThat(artwork.findings()).isEmpty();
        assertThat(Svg.text(artwork.shapes().get(0).contours()))
                .isEqualTo(Svg.text(house.shapes().get(0).contours()));
    }

    @Test
    void anEmbeddedFontThatCannotBeReadIsReplacedAndNamed() {
        Artwork artwork = Svg.read(Fonts.declared("Mine", new byte[] {'w', 'O', 'F', '2', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
                + "<text y='50' font-family='Mine'>l</text>");
        assertThat(artwork.shapes()).hasSize(1);
        assertThat(artwork.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("mine").contains("it breaks off"));
    }

    private static List<Box> own(String attributes, String text) {
        return bars(Fonts.declared("Own", Fonts.own("-cubic.woff2")) + "<text y='20' font-size='10' font-family='Own' "
                + attributes + ">" + text + "</text>");
    }

    private static double[] lefts(List<Box> boxes) {
        return boxes.stream().mapToDouble(Box::minX).toArray();
    }

    @Test
    void lettersThatFitIntoEachOtherMoveTogether() {
        assertThat(lefts(own("", "AV"))).containsExactly(new double[] {0, 4.8}, within(0.001));
        assertThat(lefts(own("font-kerning='none'", "AV"))).containsExactly(new double[] {0, 6}, within(0.001));
    }

    @Test
    void ligaturesAreSetUnlessLettersAreSpaced() {
        assertThat(own("", "fi")).hasSize(1);
        assertThat(own("letter-spacing='1'", "fi")).hasSize(2);
        assertThat(own("dx='0 1'", "fi")).hasSize(2);
    }

    /** Alef is six tenths of an em wide, beth five; the brackets change sides, and point the other way. */
    @Test
    void hebrewRunsFromRightToLeft() {
        assertThat(lefts(own("", "\u05d0\u05d1"))).containsExactly(new double[] {5.5, 0.5}, within(0.001));
        assertThat(lefts(own("x='50' direction='rtl'", "\u05d0\u05d1")))
                .containsExactly(new double[] {44.5, 39.5}, within(0.001));
        assertThat(lefts(own("x='50' direction='rtl' text-anchor='end'", "\u05d0\u05d1")))
                .containsExactly(new double[] {55.5, 50.5}, within(0.001));
        assertThat(lefts(own("", "l\u05d0\u05d1l"))).containsExactly(new double[] {0.5, 7.5, 2.5, 13.5}, within(0.001));
        assertThat(Svg.contours(Fonts.declared("Own", Fonts.own(".ttf"))
                        + "<text y='0' x='9' direction='rtl' font-size='10' font-family='Own'>(</text>"))
                .isEqualTo(Svg.contours(Fonts.declared("Own", Fonts.own(".ttf"))
                        + "<text y='0' x='6' font-size='10' font-family='Own'>)</text>"));
    }

    /** The first beh is 4 tenths of an em wide, one between others 4.5, alone 8; the last alef 3, alone 2.5. */
    @Test
    void arabicLettersJoin() {
        assertThat(widths(own("", "\u0628\u0628\u0627"))).containsExactly(new double[] {3, 3.5, 2}, within(0.001));
        assertThat(widths(own("", "\u0628\u0627\u0628"))).containsExactly(new double[] {3, 2, 7}, within(0.001));
        assertThat(widths(own("", "\u0628\u200c\u0627"))).containsExactly(new double[] {7, 1.5}, within(0.001));
    }

    private static double[] widths(List<Box> boxes) {
        return boxes.stream().mapToDouble(Box::width).toArray();
    }

    @Test
    void aFontThatCannotJoinLettersIsNamed() {
        Artwork artwork = Svg.read(Fonts.declared("Own", Fonts.without("GSUB", Fonts.own(".ttf")))
                + "<text y='20' font-family='Own'>\u0628\u0628</text>");
        assertThat(Svg.findings(artwork)).containsExactly("W_LETTERS_NOT_JOINED text[1]");
        assertThat(Svg.findings(Svg.read("<text y='20' font-family='Arial'>l\u0628\u0628</text>")))
                .contains("W_LETTERS_MISSING text[1]");
    }

    @Test
    void textIsStretchedWithItsLettersWhereTheFileWantsThat() {
        List<Box> boxes = own("textLength='8' lengthAdjust='spacingAndGlyphs'", "ll");
        assertThat(lefts(boxes)).containsExactly(new double[] {1, 5}, within(0.001));
        assertThat(widths(boxes)).containsExactly(new double[] {2, 2}, within(0.001));
    }

    /** A real font, with features for all of this. */
    @Test
    void aRealFontWritesArabicAndHebrewWithoutAWord() throws IOException {
        Path file = Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf");
        assumeTrue(Files.exists(file), "The fonts of fonts-dejavu are not installed");
        Artwork artwork = Svg.read(Fonts.declared("Real", Files.readAllBytes(file))
                + "<text x='90' y='20' direction='rtl' font-size='10' font-family='Real'>\u0645\u062d\u0645\u062f"
                + " \u05e9\u05dc\u05d5\u05dd</text>");
        assertThat(artwork.findings()).isEmpty();
        assertThat(Svg.findings(Svg.read(Fonts.declared("Real", Files.readAllBytes(file))
                        + "<text x='9' y='20' font-family='Real'>\u05e9\u05b8</text>")))
                .containsExactly("W_MARKS_NOT_PLACED text[1]");
        assertThat(Box.EMPTY.union(DrawnExtents.of(artwork.shapes().get(0))).maxX())
                .isBetween(87.0, 90.0);
    }

    private static List<Box> bars(String body) {
        ArtworkShapeBoxes boxes = new ArtworkShapeBoxes();
        Svg.read(body).shapes().forEach(boxes::add);
        return boxes.all;
    }

    /** The box of each contour. */
    private static final class ArtworkShapeBoxes {
        private final List<Box> all = new java.util.ArrayList<>();

        void add(ArtworkShape shape) {
            shape.contours().forEach(c -> {
                Box box = Box.EMPTY;
                for (int i = 0; i < c.size(); i++) {
                    box = box.with(c.x(i), c.y(i));
                }
                all.add(box);
            });
        }
    }
}
