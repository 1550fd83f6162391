package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

class ClipAndMaskTest {

    private static String clips(ArtworkShape shape) {
        StringBuilder out = new StringBuilder();
        for (ArtworkShape.Region clip : shape.clips()) {
            out.append(out.isEmpty() ? "" : " & ").append(Svg.text(clip.contours()));
        }
        return out.toString();
    }

    @Test
    void aClipPathIsARegionOnTheShape() {
        ArtworkShape shape = Svg.only("<clipPath id='c'><path clip-rule='evenodd' d='M5 5h10v10z'/></clipPath>"
                + "<rect width='50' height='50' clip-path='url(#c)'/>");
        assertThat(clips(shape)).isEqualTo("5 5, 15 5, 15 15 closed");
        assertThat(shape.clips().get(0).rule()).isEqualTo(FillRule.EVEN_ODD);
        assertThat(Svg.text(shape.contours())).isEqualTo("0 0, 50 0, 50 50, 0 50 closed");
    }

    @Test
    void clipsOfGroupsAndShapesAllApplyEachWhereItStands() {
        ArtworkShape shape = Svg.only("<clipPath id='c'><path d='M0 0h30v30z'/></clipPath>"
                + "<clipPath id='d'><path d='M0 0h20v20z'/></clipPath><g clip-path='url(#c)'>"
                + "<rect transform='translate(5 0)' width='50' height='50' clip-path='url(#d)'/></g>");
        assertThat(clips(shape)).isEqualTo("5 0, 25 0, 25 20 closed & 0 0, 30 0, 30 30 closed");
    }

    @Test
    void aClipMayBeMeasuredInTheBoxOfWhatItClips() {
        assertThat(clips(Svg.only(
                        "<clipPath id='c' clipPathUnits='objectBoundingBox'><path d='M0 0H1L.5 1z'/></clipPath>"
                                + "<g clip-path='url(#c)'><rect x='10' y='10' width='40' height='20'/></g>")))
                .isEqualTo("10 10, 50 10, 30 30 closed");
    }

    @Test
    void severalShapesOfAClipPathAreTakenTogetherWhateverTheirDirection() {
        ArtworkShape shape =
                Svg.only("<clipPath id='c'><path d='M0 0h20v20h-20z'/><path d='M10 10v20h20v-20z'/></clipPath>"
                        + "<rect width='50' height='50' clip-path='url(#c)'/>");
        assertThat(shape.clips()).hasSize(1);
        assertThat(shape.clips().get(0).contours()).hasSize(1);
        assertThat(shape.clips().get(0).contours().get(0).size()).isEqualTo(8);
    }

    @Test
    void aClipPathMayItselfBeClippedAndMayUseShapes() {
        assertThat(clips(Svg.only("<defs><path id='p' d='M0 0h30v30z'/></defs>"
                        + "<clipPath id='d'><path d='M0 0h20v20z'/></clipPath>"
                        + "<clipPath id='c' clip-path='url(#d)'><use href='#p' x='1'/></clipPath>"
                        + "<rect width='50' height='50' clip-path='url(#c)'/>")))
                .isEqualTo("1 0, 31 0, 31 30 closed & 0 0, 20 0, 20 20 closed");
    }

    @Test
    void aRectangularClipThatCutsNothingIsLeftOut() {
        assertThat(Svg.only("<clipPath id='c'><rect width='60' height='60'/></clipPath>"
                                + "<rect width='50' height='50' clip-path='url(#c)'/>")
                        .clips())
                .isEmpty();
    }

    @Test
    void whatIsCutAwayAltogetherIsTold() {
        Artwork artwork = Svg.read("<clipPath id='c'><rect width='5' height='5'/></clipPath><clipPath id='e'/>"
                + "<rect width='9' height='9'/><rect id='gone' x='50' width='9' height='9' clip-path='url(#c)'/>"
                + "<rect id='too' width='9' height='9' clip-path='url(#e)'/>");
        assertThat(artwork.shapes()).hasSize(1);
        assertThat(Svg.findings(artwork)).containsExactly("W_CLIPPED_AWAY #gone", "W_CLIPPED_AWAY #too");
    }

    @Test
    void aMaskOfWhiteAndBlackIsARegion() {
        ArtworkShape shape = Svg.only("<mask id='m'><rect width='40' height='40' fill='white'/>"
                + "<rect x='10' y='10' width='10' height='10' fill='black'/></mask>"
                + "<rect width='50' height='50' mask='url(#m)'/>");
        assertThat(shape.clips()).hasSize(1);
        assertThat(shape.clips().get(0).contours()).hasSize(2);
        assertThat(Svg.box(shape)).isEqualTo("0 0 40 40");
    }

    @Test
    void anAlphaMaskShowsWhateverItPaints() {
        assertThat(Svg.box(Svg.only("<mask id='m' style='mask-type:alpha'><rect width='40' height='40'/></mask>"
                        + "<rect width='50' height='50' mask='url(#m)'/>")))
                .isEqualTo("0 0 40 40");
    }

    @Test
    void aMaskThatFadesGetsAHardEdgeAndIsTold() {
        Artwork artwork = Svg.read("<mask id='m'><rect width='40' height='40' fill='#bbb'/></mask>"
                + "<rect id='r' width='50' height='50' mask='url(#m)'/>");
        assertThat(Svg.findings(artwork)).containsExactly("W_SOFT_MASK #r");
    }

    @Test
    void aMaskWithinAMaskIsLeftOutAndTold() {
        Artwork artwork = Svg.read("<mask id='n'><rect width='9' height='9' fill='#fff'/></mask>"
                + "<mask id='m'><rect id='inner' width='9' height='9' fill='#fff' mask='url(#n)'/></mask>"
                + "<rect width='50' height='50' mask='url(#m)'/>");
        assertThat(Svg.findings(artwork)).containsExactly("W_UNSUPPORTED_ELEMENT #inner");
    }
}
