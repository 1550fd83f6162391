package org.stitchery.digitizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.fabric.Hoops;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.StitchPattern;
import org.stitchery.embroidery.model.ThreadColor;

/** The same drawing on different cloth: what the recipe says is what is sewn. */
class FabricsDifferTest {

    private static final double LENGTH_MM = 40;

    /** A bar has its needle points beyond its edges by the pull compensation of its width, on this cloth. */
    @ParameterizedTest
    @CsvSource({
        "twill, 1.5",
        "twill, 4",
        "twill, 6.5",
        "jersey, 1.5",
        "jersey, 4",
        "jersey, 6",
        "towel, 4",
        "leather, 1.5",
        "leather, 6.5"
    })
    void columnsAreWidenedByWidthAndFabric(String fabric, double width) {
        FabricRecipe recipe = recipe(fabric);
        double sewn = sewn(fabric, bar(width)).extents().heightMm();

        assertThat(sewn - width).isCloseTo(2 * recipe.pullCompensationMm(width), within(0.11));
    }

    @Test
    void wideColumnsArePulledMoreThanNarrowOnesAndJerseyMoreThanTwill() {
        double narrow = sewn("jersey", bar(1.5)).extents().heightMm() - 1.5;
        double wide = sewn("jersey", bar(6)).extents().heightMm() - 6;
        double firm = sewn("twill", bar(6)).extents().heightMm() - 6;

        assertThat(wide).isGreaterThan(narrow + 0.05);
        assertThat(wide).isGreaterThan(firm + 0.2);
    }

    @Test
    void satinLiesCloserOnATowelThanOnLeather() {
        int towel = topStitches("towel");
        int twill = topStitches("twill");
        int leather = topStitches("leather");

        assertThat(towel).isGreaterThan(twill);
        assertThat(twill).isGreaterThan(leather);
    }

    /** Twill carries a 3 mm column on a zig-zag alone; cloth that gives or has a pile wants its edges run as well. */
    @ParameterizedTest
    @CsvSource({"pique", "jersey", "fleece", "towel", "cap"})
    void softClothGetsEdgeRunsBelowColumnsThatFirmClothSewsWithout(String fabric) {
        assertThat(underlayMm(fabric, 3)).isGreaterThan(underlayMm("twill", 3) + 1.5 * LENGTH_MM);
    }

    @ParameterizedTest
    @CsvSource({"silk", "leather"})
    void fineClothAndLeatherGetOneRunAlongTheMiddleWhateverTheWidth(String fabric) {
        assertThat(underlayMm(fabric, 3)).isBetween(0.8 * LENGTH_MM, 1.2 * LENGTH_MM);
        assertThat(underlayMm(fabric, 6)).isBetween(0.8 * LENGTH_MM, 1.2 * LENGTH_MM);
    }

    @Test
    void leatherHasNoUnderlayBelowFillsAndFewerStitchesThanTwill() {
        ArtworkShape square = new ArtworkShape(
                "#square",
                List.of(new Contour(new double[] {20, 20, 50, 20, 50, 50, 20, 50}, true)),
                new Fill(0xFF0000, 1, FillRule.NONZERO),
                null,
                List.of());

        double leather = threadMm(sewn("leather", square));
        double jersey = threadMm(sewn("jersey", square));

        // Rows alone: so many as the spacing asks for, each as long as the square is wide.
        assertThat(leather).isBetween(900 / 0.42 * 0.95, 900 / 0.42 * 1.1);
        assertThat(jersey).isGreaterThan(900 / 0.38 + 900 / 1.2);
    }

    /** A hole a millimetre from the last one is as near as leather takes; locks, and what they tie, have to be shorter. */
    @Test
    void leatherIsNotPerforated() {
        for (double width : new double[] {1.2, 2, 4}) {
            assertThat(shorterThan(1.0, sewn("leather", bar(width)))).isLessThanOrEqualTo(8);
        }
    }

    private static FabricRecipe recipe(String name) {
        return FabricRecipes.named(name).orElseThrow();
    }

    private static ArtworkShape bar(double width) {
        return new ArtworkShape(
                "#bar",
                List.of(new Contour(new double[] {30, 40, 30 + LENGTH_MM, 40}, false)),
                null,
                new Stroke(0xFF0000, 1, width, Cap.BUTT, Join.MITER, 4),
                List.of());
    }

    private static StitchPattern sewn(String fabric, ArtworkShape shape) {
        DigitizeSettings settings =
                new DigitizeSettings("test", recipe(fabric), List.of(ThreadColor.ofRgb(0xFF0000)), Hoops.standard());
        return new Digitizer()
                .digitize(new Artwork(100, 80, List.of(shape), List.of()), settings, Progress.NONE)
                .pattern();
    }

    private static int topStitches(String fabric) {
        int across = 0;
        StitchPattern pattern = sewn(fabric, bar(4));
        for (int i = 1; i < pattern.size(); i++) {
            across += pattern.command(i) == StitchCommand.STITCH && Math.abs(pattern.y(i) - pattern.y(i - 1)) > 38
                    ? 1
                    : 0;
        }
        return across;
    }

    /** Thread that does not go from edge to edge. */
    private static double underlayMm(String fabric, double width) {
        StitchPattern pattern = sewn(fabric, bar(width));
        double sum = 0;
        for (int i = 1; i < pattern.size(); i++) {
            if (pattern.command(i) == StitchCommand.STITCH
                    && Math.abs(pattern.y(i) - pattern.y(i - 1)) < 10 * width - 5) {
                sum += length(pattern, i);
            }
        }
        return sum;
    }

    private static double threadMm(StitchPattern pattern) {
        double sum = 0;
        for (int i = 1; i < pattern.size(); i++) {
            sum += pattern.command(i) == StitchCommand.STITCH ? length(pattern, i) : 0;
        }
        return sum;
    }

    private static int shorterThan(double mm, StitchPattern pattern) {
        int count = 0;
        for (int i = 1; i < pattern.size(); i++) {
            double length = length(pattern, i);
            count += pattern.command(i) == StitchCommand.STITCH && length > 0 && length < mm - 1e-9 ? 1 : 0;
        }
        return count;
    }

    private static double length(StitchPattern pattern, int i) {
        return Math.hypot(pattern.x(i) - pattern.x(i - 1), pattern.y(i) - pattern.y(i - 1)) / 10;
    }
}
