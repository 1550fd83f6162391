package org.stitchery.digitizer.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.Digitized;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

class QualityMeterTest {

    private static final int RED = 0xFF0000;

    /** Rows as wide as the thread, edge to edge: what a machine would sew if fabric did not pull. */
    @Test
    void rowsSideBySideLeaveNothingBare() {
        Quality quality = measured(rows(0, 25));

        assertThat(quality.bare()).isZero();
        assertThat(quality.outside()).isZero();
        assertThat(quality.drawingMm2()).isCloseTo(100, within(0.5));
        assertThat(quality.threadPerArea()).isCloseTo(2.6, within(0.1));
        assertThat(quality.edge95()).isLessThan(0.21);
        assertThat(quality.wrongColor()).isZero();
        assertThat(quality.longest()).isEqualTo(10);
    }

    @Test
    void rowsLeftOutAreAGapOfTheirWidth() {
        StitchPattern.Builder pattern = StitchPattern.builder("gap");
        rows(pattern, 0, 10);
        pattern.trim();
        rows(pattern, 15, 25);

        Quality quality = measured(pattern);

        assertThat(quality.bare()).isCloseTo(20, within(0.5));
        assertThat(quality.widestGap()).isCloseTo(2, within(0.25));
        assertThat(quality.trims()).isEqualTo(1);
    }

    @Test
    void threadBesideTheDrawingIsOutside() {
        StitchPattern.Builder pattern = StitchPattern.builder("outside");
        rows(pattern, 0, 25);
        pattern.stitchTo(150, 100).stitchTo(150, 0);

        assertThat(measured(pattern).outside()).isGreaterThan(4);
    }

    @Test
    void uncutJumpsAreFloatsOnceTheyAreLong() {
        assertThat(measured(stitchesApart(25)).floats()).isZero();
        assertThat(measured(stitchesApart(40)).floats()).isEqualTo(1);

        StitchPattern.Builder cut = stitchesApart(25);
        cut.trim().jumpTo(90, 50).stitchTo(90, 50).stitchTo(95, 50);
        assertThat(measured(cut).floats()).isZero();
    }

    private static StitchPattern.Builder stitchesApart(int tenths) {
        StitchPattern.Builder pattern =
                StitchPattern.builder("apart").stitchTo(0, 0).stitchTo(10, 0);
        return pattern.jumpTo(10 + tenths, 0).stitchTo(10 + tenths, 0).stitchTo(20 + tenths, 0);
    }

    @Test
    void shortStitchesAndFullSquaresAreCounted() {
        StitchPattern.Builder pattern = StitchPattern.builder("short").stitchTo(50, 50);
        for (int i = 0; i < 10; i++) {
            pattern.stitchTo(52, 50).stitchTo(56, 50).stitchTo(50, 50);
        }

        Quality quality = measured(pattern);

        assertThat(quality.below03()).isCloseTo(100.0 / 3, within(0.01));
        assertThat(quality.below05()).isCloseTo(200.0 / 3, within(0.01));
        assertThat(quality.mostHoles()).isEqualTo(31);
        assertThat(quality.crowded()).isEqualTo(1);
        assertThat(quality.densest()).isCloseTo(12, within(0.01));
    }

    @Test
    void threadOfAnotherColorIsWrong() {
        StitchPattern.Builder pattern = rows(0, 25).threads(List.of(ThreadColor.ofRgb(0x0000FF)));

        assertThat(measured(pattern).wrongColor()).isGreaterThan(90);
    }

    @Test
    void aDrawingThatShowsNothingIsNotMeasured() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QualityMeter.measure(
                        new Artwork(10, 10, List.of(), List.of()),
                        new Digitized(rows(0, 25).build(), 0, 0, List.of())))
                .withMessageContaining("Nothing");
    }

    private static Quality measured(StitchPattern.Builder pattern) {
        Contour square = new Contour(new double[] {0, 0, 10, 0, 10, 10, 0, 10}, true);
        ArtworkShape shape =
                new ArtworkShape("#square", List.of(square), new Fill(RED, 1, FillRule.NONZERO), null, List.of());
        StitchPattern built = pattern.build();
        StitchPattern threaded = built.threads().isEmpty() ? built.withThreads(List.of(ThreadColor.ofRgb(RED))) : built;
        return QualityMeter.measure(
                new Artwork(20, 10, List.of(shape), List.of()), new Digitized(threaded, 0, 0, List.of()));
    }

    private static StitchPattern.Builder rows(int from, int to) {
        return rows(StitchPattern.builder("rows"), from, to);
    }

    private static StitchPattern.Builder rows(StitchPattern.Builder pattern, int from, int to) {
        for (int row = from; row < to; row++) {
            int y = 4 * row + 2;
            boolean right = row % 2 == 0;
            if (row == from) {
                pattern.jumpTo(right ? 0 : 100, y);
            }
            pattern.stitchTo(right ? 0 : 100, y).stitchTo(right ? 100 : 0, y);
        }
        return pattern;
    }
}
