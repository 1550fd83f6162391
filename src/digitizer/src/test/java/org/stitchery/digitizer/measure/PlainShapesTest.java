package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.DigitizeSettings;
import org.stitchery.digitizer.Digitizer;
import org.stitchery.digitizer.Progress;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.thread.Palettes;

/** Fills by themselves: what is bare or uneven here is a fault of the rows and of nothing else. */
class PlainShapesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    square        | M20 20H60V60H20z
                    circle        | M20 40a20 20 0 0 1 40 0a20 20 0 0 1 -40 0z
                    parallelogram | M10 55L30 25H70L50 55z
                    turned square | M15.3 22.1L58.2 30.7L66.6 61.2L21.4 52.9z
                    star          | M40 14L46.5 31.1L64.7 32L50.5 43.4L55.3 61L40 51L24.7 61L29.5 43.4L15.3 32L33.5 31.1z
                    triangle      | M12 60L68 64L50 15z
                    ring          | M40 15a25 25 0 1 0 .001 0zM40 28a12 12 0 1 1 -.001 0z
                    """)
    void aPlainFillLeavesNothingBareAndIsEven(String name, String path) {
        Quality quality = measured(path);

        SoftAssertions all = new SoftAssertions();
        all.assertThat(quality.bare()).as("bare, percent").isLessThanOrEqualTo(0.12);
        all.assertThat(quality.widestGap()).as("widest gap, mm").isLessThanOrEqualTo(0.4);
        all.assertThat(quality.edge95()).as("edge error, mm").isLessThanOrEqualTo(0.25);
        all.assertThat(quality.outside()).as("thread outside, percent").isZero();
        all.assertThat(quality.density99()).as("mm in a square millimetre").isLessThanOrEqualTo(6);
        all.assertThat(quality.mostHoles()).as("holes in a square millimetre").isLessThanOrEqualTo(12);
        all.assertThat(quality.below03()).as("stitches below 0.3 mm").isZero();
        all.assertThat(quality.below05()).as("stitches below 0.5 mm").isLessThanOrEqualTo(1.5);
        all.assertThat(quality.floats()).as("floats").isZero();
        all.assertThat(quality.trims()).as("trims").isLessThanOrEqualTo(1);
        all.assertAll();
    }

    /** A point of 17 degrees: moved inwards by half a thread its outline is a millimetre shorter. */
    @ParameterizedTest(name = "upright {0}")
    @CsvSource({"true", "false"})
    void threadReachesIntoThePoint(boolean upright) {
        String path = upright ? "M40 5L46 40L40 75L34 40z" : "M5 40L40 46L75 40L40 34z";

        assertThat(measured(path).widestGap()).isLessThanOrEqualTo(0.4);
    }

    private static Quality measured(String path) {
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\" viewBox=\"0 0 80 80\">"
                + "<path fill=\"#c22\" fill-rule=\"evenodd\" d=\"" + path + "\"/></svg>";
        Artwork artwork = PageSized.read(svg.getBytes(StandardCharsets.UTF_8), 0);
        DigitizeSettings settings = new DigitizeSettings(
                "shape", FabricRecipes.standard(), Palettes.STITCHERY_40.threads(), Hoops.standard());
        return QualityMeter.measure(artwork, new Digitizer().digitize(artwork, settings, Progress.NONE));
    }
}
