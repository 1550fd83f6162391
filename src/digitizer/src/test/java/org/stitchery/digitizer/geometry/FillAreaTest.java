package org.stitchery.digitizer.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;

/** What contours enclose, however they run. */
class FillAreaTest {

    @Test
    void anOutlineThatRunsBackOverItselfKeepsItsArea() {
        assertThat(area(0, 0, 40, 0, 40, 30, 10, 30, 30, 30, 0, 30)).isCloseTo(1200, within(0.01));
    }

    @Test
    void soDoesOneWithASpikeThatCrossesItselfToo() {
        double square = 1200;
        double largestEars = 5 * 35;
        assertThat(area(0, 0, 30, 0, 20, 0.05, 30, 0, 20, 0.05, 40, 0, 40, 30, 0, 30, 0, 20, 5, 35, -5, 35))
                .isBetween(square, square + largestEars);
    }

    private static double area(double... xy) {
        return FillArea.of(List.of(new Contour(xy, true)), FillRule.NONZERO, new CrossingBudget(1_000))
                .getArea();
    }
}
