package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.artwork.Artwork;

class TransformTest {

    private static final String LINE = "d='M0 0h10v5z'";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "translate(5) | 5 0, 15 0, 15 5 closed",
                "translate(5,6) | 5 6, 15 6, 15 11 closed",
                "scale(2) | 0 0, 20 0, 20 10 closed",
                "scale(2 .5) | 0 0, 20 0, 20 2.5 closed",
                "rotate(90) translate(0 -20) | 20 0, 20 10, 15 10 closed",
                "rotate(90 10 0) | 10 -10, 10 0, 5 0 closed",
                "matrix(1 0 0 1 3 4) | 3 4, 13 4, 13 9 closed",
                "skewX(45) | 0 0, 10 0, 15 5 closed",
                "skewY(45) | 0 0, 10 10, 10 15 closed",
                "translate(10 10)scale(2),translate(1) | 12 10, 32 10, 32 20 closed",
            })
    void theAttributeMeansWhatSvgSays(String transform, String contour) {
        String page = "width='200mm' height='200mm' viewBox='-50 -50 200 200'";
        Artwork artwork = Svg.read(page, "<path " + LINE + " transform='translate(-50 -50) " + transform + "'/>");
        assertThat(Svg.text(artwork.shapes().get(0).contours())).isEqualTo(contour);
    }

    @Test
    void transformsNestFromTheOutsideIn() {
        assertThat(Svg.contours("<g transform='translate(10 0)'><g transform='scale(2)'>" + "<path " + LINE
                        + " transform='translate(1 1)'/></g></g>"))
                .isEqualTo("12 2, 32 2, 32 12 closed");
    }

    @Test
    void theStylePropertyTakesUnitsAndBeatsTheAttribute() {
        assertThat(Svg.contours("<path " + LINE + " transform='scale(9)' style='transform:translate(5px, 6px)'/>"))
                .isEqualTo("5 6, 15 6, 15 11 closed");
        assertThat(Svg.contours("<path " + LINE + " style='transform:rotate(0.25turn);transform-origin:10px 10px'/>"))
                .isEqualTo("20 0, 20 10, 15 10 closed");
    }

    @Test
    void aTransformThatCannotBeReadIsLeftOutAndTold() {
        Artwork artwork = Svg.read("<path " + LINE + " transform='translate(5 5) wobble(3)'/>");
        assertThat(Svg.text(artwork.shapes().get(0).contours())).isEqualTo("0 0, 10 0, 10 5 closed");
        assertThat(Svg.findings(artwork)).containsExactly("W_TRANSFORM_IGNORED path[1]");
    }

    @Test
    void whatIsFlattenedToNothingIsTold() {
        Artwork artwork = Svg.read("<path " + LINE + "/><g id='flat' transform='scale(1 0)'><path " + LINE + "/></g>");
        assertThat(Svg.findings(artwork)).containsExactly("W_DEGENERATE #flat");
    }
}
