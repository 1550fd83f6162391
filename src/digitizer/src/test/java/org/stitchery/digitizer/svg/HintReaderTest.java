package org.stitchery.digitizer.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.artwork.SewingHints.Method;

class HintReaderTest {

    private static final String NOTED = "xmlns:inkstitch='http://inkstitch.org/namespace' ";

    @Test
    void aFillKeepsItsAngleSpacingAndStitchLength() {
        assertThat(Svg.only("<rect width='9' height='9' " + NOTED + "inkstitch:angle='30'"
                                + " inkstitch:row_spacing_mm='0.35' inkstitch:max_stitch_length_mm='3'/>")
                        .hints())
                .isEqualTo(new SewingHints(Method.FILL, 30.0, 0.35, 3.0));
    }

    @Test
    void aLineMayBeARunningStitch() {
        assertThat(Svg.only("<path d='M0 0H9' stroke='red' " + NOTED + "inkstitch:stroke_method='running_stitch'"
                                + " inkstitch:running_stitch_length_mm='2.5'/>")
                        .hints())
                .isEqualTo(new SewingHints(Method.RUNNING, null, null, 2.5));
    }

    @Test
    void twoRailsBecomeTheColumnBetweenThem() {
        ArtworkShape shape = Svg.only("<path fill='none' stroke='red' stroke-width='.2' d='M0 0H40 M40 5H0 M10 -1V6'"
                + " " + NOTED + "inkstitch:satin_column='True' inkstitch:zigzag_spacing_mm='0.4'/>");

        assertThat(Svg.text(shape.contours())).isEqualTo("0 0, 40 0, 40 5, 0 5 closed");
        assertThat(shape.stroke()).isNull();
        assertThat(shape.hints()).isEqualTo(new SewingHints(Method.SATIN, null, 0.4, null));
    }

    @Test
    void wishesThatMakeNoSenseAreNone() {
        assertThat(Svg.only("<rect width='9' height='9' " + NOTED + "inkstitch:angle='x'"
                                + " inkstitch:row_spacing_mm='-4' inkstitch:max_stitch_length_mm='1e9'/>")
                        .hints())
                .isEqualTo(SewingHints.NONE);
        assertThat(Svg.only("<rect width='9' height='9'/>").hints()).isEqualTo(SewingHints.NONE);
    }
}
