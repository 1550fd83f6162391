package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

class PaintTest {

    private static final String BLACK_TO_WHITE = "<linearGradient id='g'><stop stop-color='#000'/>"
            + "<stop offset='1' stop-color='#fff'/></linearGradient>";

    @Test
    void theFillRuleIsKept() {
        assertThat(Svg.only("<path fill-rule='evenodd' d='M0 0h9v9h-9z'/>").fill())
                .isEqualTo(new Fill(0, 1, FillRule.EVEN_ODD));
    }

    @Test
    void aGradientIsSewnInBandsOfOneColourEach() {
        Artwork artwork = Svg.read(BLACK_TO_WHITE + "<rect width='50' height='50' fill='url(#g)'/>");
        assertThat(Svg.fills(artwork)).isEqualTo("#1b1b1b #505050 #808080 #afafaf #e4e4e4");
        assertThat(Svg.text(artwork.shapes().get(0).clips().get(0).contours())).contains(" 10.53 ");
        assertThat(Svg.text(artwork.shapes().get(1).clips().get(0).contours())).contains("10.53 ", " 20.51 ");
        assertThat(Svg.findings(artwork)).containsExactly("W_GRADIENT_FLATTENED rect[1]");
        assertThat(artwork.findings().get(0).message()).contains("5 bands");
    }

    @Test
    void coloursNearEachOtherAreOneBandInTheirMean() {
        String near = BLACK_TO_WHITE.replace("#fff", "#303030");
        assertThat(Svg.fills(Svg.read(near + "<rect width='50' height='50' fill='url(#g)'/>")))
                .isEqualTo("#181818");
        // A triangle that is widest where the gradient is dark is darker on the whole: two thirds black.
        assertThat(Svg.only(near + "<path d='M0 0L60 30L0 60z' fill='url(#g)'/>")
                        .fill())
                .extracting("rgb")
                .satisfies(rgb -> assertThat(((Integer) rgb) & 0xFF).isBetween(14, 18));
    }

    @Test
    void bandsAreNeverTooNarrowToBeSewn() {
        assertThat(Svg.read(BLACK_TO_WHITE + "<rect width='3' height='50' fill='url(#g)'/>")
                        .shapes())
                .hasSize(1);
        assertThat(Svg.read(BLACK_TO_WHITE + "<rect width='6' height='50' fill='url(#g)'/>")
                        .shapes())
                .hasSizeBetween(2, 3);
    }

    @Test
    void manyGradientsDoNotMakeMoreColoursThanThereAreThreads() {
        StringBuilder many = new StringBuilder(BLACK_TO_WHITE);
        for (int i = 0; i < 60; i++) {
            many.append("<rect x='").append(i).append("' width='40' height='50' fill='url(#g)'/>");
        }
        assertThat(Svg.read(many.toString()).shapes()).hasSizeLessThan(200);
    }

    @Test
    void aRoundGradientHasRings() {
        Artwork artwork = Svg.read(
                BLACK_TO_WHITE.replace("linear", "radial") + "<circle cx='50' cy='50' r='40' fill='url(#g)'/>");
        assertThat(artwork.shapes()).hasSize(5);
        assertThat(artwork.shapes().get(2).clips().get(0).contours()).hasSize(2);
    }

    @Test
    void gradientsTakeOverFromOthersAndMayHaveTheirOwnCoordinates() {
        assertThat(Svg.fills(Svg.read("<linearGradient id='a'><stop stop-color='red'/></linearGradient>"
                        + "<radialGradient id='b' xlink:href='#a'/><rect width='9' height='9' fill='url(#b)'/>")))
                .isEqualTo("#ff0000");
        assertThat(Svg.fills(Svg.read("<linearGradient id='a' gradientUnits='userSpaceOnUse' x1='0' x2='10'>"
                        + "<stop stop-color='red'/><stop offset='1' stop-color='blue'/></linearGradient>"
                        + "<rect x='20' width='9' height='9' fill='url(#a)'/>")))
                .isEqualTo("#0000ff");
    }

    @Test
    void aGradientThatFadesOutEndsWhereItBecomesTooFaint() {
        Artwork artwork = Svg.read("<linearGradient id='g'><stop stop-color='red'/>"
                + "<stop offset='1' stop-color='red' stop-opacity='0'/></linearGradient>"
                + "<rect width='50' height='50' fill='url(#g)'/>");
        assertThat(artwork.shapes()).isNotEmpty();
        Box seen = DrawnExtents.of(artwork.shapes());
        assertThat(seen.maxX()).isCloseTo(35, within(0.01));
        assertThat(seen.minX()).isCloseTo(0, within(0.01));
    }

    @Test
    void aSoftShadowIsLeftOutAndTold() {
        Artwork artwork = Svg.read("<radialGradient id='g'><stop stop-opacity='.4'/><stop offset='1' stop-opacity='0'/>"
                + "</radialGradient><ellipse id='shadow' cx='50' cy='90' rx='40' ry='5' fill='url(#g)'/>"
                + "<rect width='50' height='50'/>");
        assertThat(artwork.shapes()).hasSize(1);
        assertThat(Svg.findings(artwork)).contains("W_NEARLY_INVISIBLE #shadow");
    }

    @Test
    void aPatternIsSewnInItsMeanColour() {
        Artwork artwork = Svg.read("<pattern id='p' width='10' height='10' patternUnits='userSpaceOnUse'>"
                + "<rect width='5' height='10' fill='#f00'/><rect x='5' width='5' height='10' fill='#00f'/></pattern>"
                + "<rect width='50' height='50' fill='url(#p)'/>");
        assertThat(Svg.fills(artwork)).isEqualTo("#800080");
        assertThat(Svg.findings(artwork)).containsExactly("W_UNSUPPORTED_PAINT rect[3]");
    }

    @Test
    void aSeeThroughShapeTakesTheColourInWhichItIsSeen() {
        assertThat(Svg.fills(Svg.read("<rect width='9' height='9' fill='#000' opacity='.5'/>")))
                .isEqualTo("#808080");
        assertThat(Svg.fills(Svg.read("<rect width='9' height='9' fill='red'/>"
                        + "<g opacity='.8'><rect width='9' height='9' fill='blue' fill-opacity='.5'/></g>")))
                .isEqualTo("#ff0000 #990066");
    }

    @Test
    void aSeeThroughShapeOverSeveralColoursBecomesOnePieceForEach() {
        Artwork artwork = Svg.read("<rect width='50' height='50' fill='red'/>"
                + "<rect id='veil' x='25' width='50' height='50' fill='blue' opacity='.5'/>");
        assertThat(Svg.fills(artwork)).isEqualTo("#ff0000 #8080ff #800080");
        assertThat(artwork.shapes()).extracting("element").containsExactly("rect[1]", "#veil", "#veil");
        assertThat(Svg.box(artwork.shapes().get(2))).isEqualTo("25 0 25 50");
        assertThat(Svg.findings(artwork)).containsExactly("W_OPACITY_BLENDED #veil");
    }

    @Test
    void whatIsNearlyInvisibleIsLeftOutAndTold() {
        Artwork artwork = Svg.read("<rect width='9' height='9'/><rect id='ghost' width='9' height='9' opacity='.04'/>");
        assertThat(artwork.shapes()).hasSize(1);
        assertThat(Svg.findings(artwork)).containsExactly("W_NEARLY_INVISIBLE #ghost");
    }

    @Test
    void theStrokeIsPaintedFirstWhereThePaintOrderSaysSo() {
        Artwork artwork =
                Svg.read("<rect x='9' y='9' width='9' height='9' fill='red' stroke='blue' paint-order='stroke'/>");
        assertThat(artwork.shapes()).hasSize(2);
        assertThat(artwork.shapes().get(0).fill()).isNull();
        assertThat(artwork.shapes().get(1).stroke()).isNull();
    }
}
