package org.stitchery.digitizer.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.classify.Region;
import org.stitchery.digitizer.classify.Regions;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.fabric.FabricRecipes;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;
import org.stitchery.digitizer.stitch.Strand;
import org.stitchery.embroidery.model.ThreadColor;

class UnderlapTest {

    private static final Runnable NOTHING = () -> {};

    /**
     * A square of 10 mm on one of 40. Where the small one is sewn its border should be seen; the large one reaches below
     * it by what both are drawn in, and half a thread.
     */
    @ParameterizedTest
    @CsvSource({"twill, 0.0", "jersey, 0.15", "towel, 0.2"})
    void theUpperOneGrowsOverItsNeighbourOnlyByWhatClothHeldByStitchesIsPulled(String fabric, double growthMm) {
        FabricRecipe recipe = FabricRecipes.named(fabric).orElseThrow();

        StitchPlan plan = plan(recipe, square(0, 10, 10, 40), square(1, 25, 25, 10));

        double[] small = box(plan.blocks().get(1).strands());
        assertThat(small[0]).isBetween(25 - growthMm - 0.06, 25 - growthMm + 0.1);
        assertThat(small[2]).isBetween(35 + growthMm - 0.1, 35 + growthMm + 0.06);
        double[] large = box(plan.blocks().get(0).strands());
        assertThat(large[0]).isBetween(10 - recipe.pullCompensationMm() - 0.06, 10 - recipe.pullCompensationMm() + 0.1);
    }

    @ParameterizedTest
    @CsvSource({"twill, 0.4", "towel, 0.8"})
    void theLowerOneReachesBelowItsNeighbourByWhatBothAreDrawnInAndHalfAThread(String fabric, double reachMm) {
        FabricRecipe recipe = FabricRecipes.named(fabric).orElseThrow();

        // Side by side, so that the first ends below the second and nowhere else.
        StitchPlan plan = plan(recipe, square(0, 10, 10, 20), square(1, 29, 10, 20));

        assertThat(box(plan.blocks().get(0).strands())[2]).isBetween(29 + reachMm - 0.12, 29 + reachMm + 0.06);
    }

    /** A line across a fill makes no two fills of it: the rows go on underneath. */
    @Test
    void aFillGoesOnBelowANarrowLineButNotBelowAWideBar() {
        StitchPlan line = plan(FabricRecipes.standard(), square(0, 10, 10, 30), bar(1, 25, 15, 1.2, 20));
        StitchPlan bar = plan(FabricRecipes.standard(), square(0, 10, 10, 30), bar(1, 23, 15, 5, 20));

        assertThat(below(line, 25.6, 25)).isTrue();
        assertThat(below(bar, 25.5, 25)).isFalse();
    }

    /** True when the first block's thread passes a place. */
    private static boolean below(StitchPlan plan, double x, double y) {
        TopThread first = TopThread.of(new StitchPlan(plan.blocks().subList(0, 1), 0));
        int covered = 0;
        for (double aside = -2; aside <= 2; aside += 0.1) {
            covered += first.at(x, y + aside) >= 0 ? 1 : 0;
        }
        return covered > 25;
    }

    private static ArtworkShape bar(int color, double x, double y, double width, double height) {
        return new ArtworkShape(
                "#" + color,
                List.of(new Contour(new double[] {x, y, x + width, y, x + width, y + height, x, y + height}, true)),
                new Fill(color, 1, FillRule.NONZERO),
                null,
                List.of());
    }

    private static ArtworkShape square(int color, double x, double y, double side) {
        return new ArtworkShape(
                "#" + color,
                List.of(new Contour(new double[] {x, y, x + side, y, x + side, y + side, x, y + side}, true)),
                new Fill(color, 1, FillRule.NONZERO),
                null,
                List.of());
    }

    private static StitchPlan plan(FabricRecipe recipe, ArtworkShape... shapes) {
        Artwork artwork = new Artwork(80, 80, List.of(shapes), List.of());
        List<PaintedPiece> pieces = Painting.of(artwork, new CrossingBudget(100_000), new ArrayList<>(), NOTHING);
        int[] threads = pieces.stream().mapToInt(PaintedPiece::rgb).toArray();
        List<Region> regions = Regions.of(pieces, threads, Visible.of(pieces, NOTHING));
        return new Sequencer(recipe, ThreadColor::ofRgb, NOTHING).plan(regions);
    }

    /** Left, top, right, bottom of all needle points. */
    private static double[] box(List<Strand> strands) {
        double[] box = {1e9, 1e9, -1e9, -1e9};
        for (Strand strand : strands) {
            for (int i = 0; i < strand.size(); i++) {
                box[0] = Math.min(box[0], strand.x(i));
                box[1] = Math.min(box[1], strand.y(i));
                box[2] = Math.max(box[2], strand.x(i));
                box[3] = Math.max(box[3], strand.y(i));
            }
        }
        return box;
    }
}
