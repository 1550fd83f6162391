package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;

class StrokeTest {

    private static final String LINE = "d='M10 50H90' fill='none' stroke='#000'";

    @Test
    void widthCapsAndJoinsAreKeptAndScaled() {
        assertThat(Svg.only("<g transform='scale(.5)'><path " + LINE + " stroke-width='6' stroke-linecap='round'"
                                + " stroke-linejoin='bevel' stroke-miterlimit='7'/></g>")
                        .stroke())
                .isEqualTo(new Stroke(0, 1, 3, Cap.ROUND, Join.BEVEL, 7));
    }

    @Test
    void dashesAreOpenContoursWithTheOffsetAndOddListsDoubled() {
        assertThat(Svg.contours("<path d='M0 5H20' fill='none' stroke='#000' stroke-dasharray='6 2'/>"))
                .isEqualTo("0 5, 6 5 | 8 5, 14 5 | 16 5, 20 5");
        assertThat(Svg.contours(
                        "<path d='M0 5H20' fill='none' stroke='#000' stroke-dasharray='6 2' stroke-dashoffset='4'/>"))
                .isEqualTo("0 5, 2 5 | 4 5, 10 5 | 12 5, 18 5");
        assertThat(Svg.contours(
                        "<path d='M0 5H20' fill='none' stroke='#000' stroke-dasharray='6 2' stroke-dashoffset='-1'/>"))
                .isEqualTo("1 5, 7 5 | 9 5, 15 5 | 17 5, 20 5");
        assertThat(Svg.contours("<path d='M0 5H20' fill='none' stroke='#000' stroke-dasharray='5'/>"))
                .isEqualTo("0 5, 5 5 | 10 5, 15 5");
    }

    @Test
    void aDashGoesRoundCornersAndOverTheStartOfAClosedLine() {
        assertThat(Svg.contours("<path d='M10 10h10v10h-10z' fill='none' stroke='#000' stroke-dasharray='15 5'"
                        + " stroke-dashoffset='5'/>"))
                .isEqualTo("10 15, 10 10, 20 10 | 20 15, 20 20, 10 20");
    }

    @Test
    void aDashWithoutLengthAndARoundCapIsADot() {
        assertThat(Svg.contours("<path d='M5 5H16' fill='none' stroke='#000' stroke-linecap='round'"
                        + " stroke-dasharray='0 5'/>"))
                .isEqualTo("5 5 | 10 5 | 15 5");
        assertThat(Svg.contours("<path d='M5 5h0' stroke='#000' stroke-linecap='round'/>"))
                .isEqualTo("5 5");
    }

    @Test
    void aDashedAndFilledShapeIsTwo() {
        Artwork artwork = Svg.read("<rect width='20' height='20' fill='red' stroke='#000' stroke-dasharray='9'/>");
        assertThat(artwork.shapes()).hasSize(2);
        assertThat(artwork.shapes().get(0).stroke()).isNull();
        assertThat(artwork.shapes().get(1).fill()).isNull();
    }

    @Test
    void dashesThatCannotBeAreLeftOutAndTold() {
        Artwork artwork = Svg.read("<path " + LINE + " stroke-dasharray='-1 5'/>");
        assertThat(Svg.text(artwork.shapes().get(0).contours())).isEqualTo("10 50, 90 50");
        assertThat(Svg.findings(artwork)).containsExactly("W_DASH_IGNORED path[1]");
    }

    @Test
    void tooManyDashesAreRefusedBeforeTheyAreMade() {
        assertThatThrownBy(() -> Svg.read("<path " + LINE + " stroke-dasharray='1e-7'/>"))
                .extracting("code")
                .isEqualTo(RefusalCode.E_DASH_LIMIT);
    }

    @Test
    void aStretchedStrokeBecomesTheAreaItCovers() {
        ArtworkShape shape =
                Svg.only("<path transform='scale(4 1)' d='M5 10V30' fill='none' stroke='red'" + " stroke-width='2'/>");
        assertThat(shape.stroke()).isNull();
        assertThat(shape.fill()).isEqualTo(new ArtworkShape.Fill(0xFF0000, 1, FillRule.NONZERO));
        assertThat(Svg.box(shape)).isEqualTo("16 10 8 20");
    }

    @Test
    void aStrokeThatDoesNotScaleKeepsItsWidthInPixelsOfThePage() {
        Artwork artwork = Svg.read(
                "width='100mm' height='100mm' viewBox='0 0 10 10'",
                "<path d='M1 5H9' stroke='#000' stroke-width='96' vector-effect='non-scaling-stroke'/>");
        assertThat(artwork.shapes().get(0).stroke()).extracting("widthMm").isEqualTo(25.4);
    }

    @Test
    void markersAreDrawnAtTheVerticesAndTurnedWithTheLine() {
        Artwork artwork = Svg.read("<marker id='m' markerUnits='userSpaceOnUse' markerWidth='4' markerHeight='4'"
                + " refX='2' refY='2' orient='auto'><rect width='4' height='2' fill='red'/></marker>"
                + "<path d='M20 20H40V60' fill='none' stroke='#000' marker-start='url(#m)' marker-mid='url(#m)'"
                + " marker-end='url(#m)'/>");
        assertThat(artwork.shapes()).hasSize(4);
        assertThat(Svg.box(artwork.shapes().get(1))).isEqualTo("18 18 4 2");
        assertThat(Svg.box(artwork.shapes().get(3))).isEqualTo("40 58 2 4");
        assertThat(Svg.findings(artwork)).isEmpty();
    }

    @Test
    void markersScaleWithTheStrokeAndMayTakeItsColour() {
        Artwork artwork = Svg.read("<marker id='m' markerWidth='2' markerHeight='2' refX='1' refY='1'>"
                + "<rect width='2' height='2' fill='context-stroke'/></marker>"
                + "<path d='M20 20H40' stroke='lime' stroke-width='3' marker-end='url(#m)'/>");
        assertThat(Svg.box(artwork.shapes().get(1))).isEqualTo("37 17 6 6");
        assertThat(artwork.shapes().get(1).fill()).extracting("rgb").isEqualTo(0x00FF00);
    }
}
