package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;

class ViewportTest {

    private static final String SQUARE = "<rect width='10' height='10'/>";

    private static String box(String attributes, String body) {
        return Svg.box(Svg.read(attributes, body).shapes().get(0));
    }

    @ParameterizedTest(name = "{0} is {1} mm")
    @CsvSource({"96,25.4", "96px,25.4", "10mm,10", "1cm,10", "1in,25.4", "72pt,25.4", "6pc,25.4", "6em,25.4", "40Q,10"})
    void pageUnitsAreThoseOfCss(String width, double mm) {
        Artwork artwork = Svg.read("width='" + width + "' height='" + width + "'", "<rect width='1' height='1'/>");
        assertThat(artwork.widthMm()).isCloseTo(mm, offset(1e-9));
    }

    @ParameterizedTest(name = "{0} places a 10 x 10 view box at {1}")
    @CsvSource({
        "'',5 0 10 10",
        "xMinYMin,0 0 10 10",
        "xMaxYMid meet,10 0 10 10",
        "none,0 0 20 10",
        "xMidYMid slice,0 0 20 10",
        "garbage,5 0 10 10"
    })
    void aViewBoxIsFittedAsItAsks(String fit, String box) {
        assertThat(box(
                        "width='20mm' height='10mm' viewBox='0 0 10 10'"
                                + (fit.isEmpty() ? "" : " preserveAspectRatio='" + fit + "'"),
                        SQUARE))
                .isEqualTo(box);
    }

    @Test
    void theViewBoxGivesTheSizeThatIsMissing() {
        Artwork artwork = Svg.read("width='50mm' viewBox='0 0 100 40'", SQUARE);
        assertThat(artwork.heightMm()).isCloseTo(20, offset(1e-9));
        assertThat(Svg.findings(artwork)).isEmpty();
        artwork = Svg.read("width='100%' height='100%' viewBox='0 0 96 96'", SQUARE);
        assertThat(artwork.widthMm()).isEqualTo(25.4);
        assertThat(Svg.findings(artwork)).containsExactly("W_SIZE_ASSUMED");
    }

    @Test
    void percentagesAreOfTheNearestViewport() {
        String page = "width='100mm' height='50mm' viewBox='0 0 100 50'";
        assertThat(box(page, "<rect x='10%' y='10%' width='50%' height='50%'/>"))
                .isEqualTo("10 5 50 25");
        assertThat(box(page, "<svg width='20' height='20'><rect width='50%' height='100%'/></svg>"))
                .isEqualTo("0 0 10 20");
    }

    @Test
    void aNestedSvgScalesAndCutsOff() {
        ArtworkShape shape = Svg.only("<svg x='10' y='20' width='40' height='20' viewBox='0 0 10 5'>"
                + "<rect x='5' width='10' height='5'/></svg>");
        assertThat(Svg.text(shape.contours())).isEqualTo("30 20, 70 20, 70 40, 30 40 closed");
        assertThat(Svg.text(shape.clips().get(0).contours())).isEqualTo("10 20, 50 20, 50 40, 10 40 closed");
        assertThat(Svg.only("<svg width='5' height='5' overflow='visible'>" + SQUARE + "</svg>")
                        .clips())
                .isEmpty();
    }

    @Test
    void whatReachesOverThePageIsCutAndWhatLiesOutsideIsTold() {
        Artwork artwork =
                Svg.read("<rect x='90' width='20' height='10'/><rect id='stray' x='120' width='10' height='10'/>");
        assertThat(artwork.shapes()).hasSize(1);
        assertThat(Svg.text(artwork.shapes().get(0).clips().get(0).contours()))
                .isEqualTo("0 0, 100 0, 100 100, 0 100 closed");
        assertThat(Svg.findings(artwork)).containsExactly("W_OUTSIDE_PAGE #stray");
    }

    @Test
    void aWantedWidthIsThatOfWhatIsDrawnLineWidthsIncluded() {
        byte[] svg = Svg.bytes(
                "viewBox='0 0 24 24'", "<circle cx='12' cy='12' r='5' fill='none' stroke='#000' stroke-width='2'/>");
        Artwork artwork = SvgIntake.read(svg, IntakeSettings.toWidth(60));
        assertThat(SvgIntake.drawnWidthMm(artwork)).isCloseTo(60, offset(0.02));
        assertThat(artwork.shapes().get(0).stroke()).isNotNull();
        assertThat(artwork.widthMm()).isCloseTo(120, offset(0.05));
    }

    @Test
    void aWantedWidthMakesEvenAHugeDrawingFit() {
        byte[] svg = Svg.bytes("width='1000000mm' height='1000000mm' viewBox='0 0 100 100'", SQUARE);
        Artwork artwork = SvgIntake.read(svg, IntakeSettings.toWidth(80));
        assertThat(Svg.box(artwork.shapes().get(0))).isEqualTo("0 0 80 80");
        assertThatThrownBy(() -> SvgIntake.read(svg, IntakeSettings.asDrawn()))
                .extracting("code")
                .isEqualTo(RefusalCode.E_DESIGN_TOO_LARGE);
    }

    @Test
    void aWantedWidthThatMakesItTooTallIsRefused() {
        byte[] svg = Svg.bytes("viewBox='0 0 100 100'", "<rect width='1' height='90'/>");
        assertThatThrownBy(() -> SvgIntake.read(svg, IntakeSettings.toWidth(100)))
                .extracting("code")
                .isEqualTo(RefusalCode.E_DESIGN_TOO_LARGE);
    }

    @Test
    void theTitleIsCarriedCleaned() {
        assertThat(Svg.read("<title> A  rose </title>" + SQUARE).title()).isEqualTo("A  rose");
        Artwork forged = Svg.read("<title>A&#10;forged&#x202e; line</title>" + SQUARE);
        assertThat(forged.title()).isEqualTo("A forged  line");
        assertThat(Svg.findings(forged)).containsExactly("W_TEXT_CLEANED");
    }
}
