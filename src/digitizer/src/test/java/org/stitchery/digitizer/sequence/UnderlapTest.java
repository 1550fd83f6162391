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

    /** 40 weight thread is 0.4 mm wide. */
    private static final double HALF_THREAD_MM = 0.2;

    /**
     * A square of 10 mm on one of 40. Where the small one is sewn its border should be seen; the large one reaches below
     * it by what both are drawn in, and half a thread.
     */
    @ParameterizedTest
    @CsvSource({"twill, 0.0", "jersey, 0.15", "towel, 0.2"})
    void theUpperOneGrowsOverItsNeighbourOnlyByWhatClothHeldByStitchesIsPulled(String fabric, double growthMm) {
        FabricRecipe recipe = FabricRecipes.named(fabric).orElseThrow();

        StitchPlan plan = plan(recipe, square(0, 10, 10, 40), square(1, 25, 25, 10));

        List<Strand> small = plan.blocks().get(1).strands();
        assertThat(reach(small, -1, 27, 33)).isBetween(25 - growthMm - 0.06, 25 - growthMm + 0.18);
        assertThat(reach(small, 1, 27, 33)).isBetween(35 + growthMm - 0.18, 35 + growthMm + 0.06);
        List<Strand> large = plan.blocks().get(0).strands();
        assertThat(reach(large, -1, 15, 45))
                .isBetween(10 - recipe.pullCompensationMm() - 0.06, 10 - recipe.pullCompensationMm() + 0.18);
    }

    @ParameterizedTest
    @CsvSource({"twill, 0.4", "towel, 0.8"})
    void theLowerOneReachesBelowItsNeighbourByWhatBothAreDrawnInAndHalfAThread(String fabric, double reachMm) {
        FabricRecipe recipe = FabricRecipes.named(fabric).orElseThrow();

        // Side by side, so that the first ends below the second and nowhere else.
        StitchPlan plan = plan(recipe, square(0, 10, 10, 20), square(1, 29, 10, 20));

        assertThat(reach(plan.blocks().get(0).strands(), 1, 13, 27)).isBetween(29 + reachMm - 0.2, 29 + reachMm + 0.06);
    }

    /** A line across a fill makes no two fills of it: the rows go on underneath. */
    @Test
    void aFillGoesOnBelowANarrowLineButNotBelowAWideBar() {
        StitchPlan line = plan(FabricRecipes.standard(), square(0, 10, 10, 30), bar(1, 25, 15, 1.2, 20));
        StitchPlan bar = plan(FabricRecipes.standard(), square(0, 10, 10, 30), bar(1, 23, 15, 5, 20));

        assertThat(below(line, 25.6, 25)).isTrue();
        assertThat(below(bar, 25.5, 25)).isFalse();
    }

    /** Thread below it does what underlay would do, so a second layer would only be a lump. */
    @Test
    void aLineOnAFillIsGoneAlongOnceAndOneOnClothThereAndBack() {
        StitchPlan onThread = plan(FabricRecipes.standard(), square(0, 10, 10, 30), bar(1, 25, 15, 1.2, 20));
        StitchPlan onCloth = plan(FabricRecipes.standard(), bar(1, 25, 15, 1.2, 20));

        assertThat(wayFromBeginToEnd(onThread.blocks().get(1).strands().get(0))).isGreaterThan(18);
        assertThat(wayFromBeginToEnd(onCloth.blocks().get(0).strands().get(0))).isLessThan(2);
    }

    private static double wayFromBeginToEnd(Strand strand) {
        return Math.abs(strand.y(strand.size() - 1) - strand.y(0));
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

    /**
     * How far a block's thread reaches to the left (-1) or right (1), on the mean of the places between two heights. A
     * slanted row's needle points lie further in than the corner of its thread, so needle points would not tell.
     */
    private static double reach(List<Strand> strands, int way, double top, double bottom) {
        int places = 60;
        double sum = 0;
        for (int i = 0; i < places; i++) {
            double y = top + (i + 0.5) * (bottom - top) / places;
            double furthest = way * -1e9;
            for (Strand strand : strands) {
                for (int j = 1; j < strand.size(); j++) {
                    furthest = further(strand, j, y, way, furthest);
                }
            }
            sum += furthest;
        }
        return sum / places;
    }

    /** A stitch is as wide as thread and ends at its needle points. */
    private static double further(Strand strand, int end, double y, int way, double furthest) {
        double dx = strand.x(end) - strand.x(end - 1);
        double dy = strand.y(end) - strand.y(end - 1);
        double length = Math.hypot(dx, dy);
        if (length == 0) {
            return furthest;
        }
        double asideX = -dy / length * HALF_THREAD_MM;
        double asideY = dx / length * HALF_THREAD_MM;
        double[] x = {
            strand.x(end - 1) - asideX, strand.x(end) - asideX, strand.x(end) + asideX, strand.x(end - 1) + asideX
        };
        double[] ys = {
            strand.y(end - 1) - asideY, strand.y(end) - asideY, strand.y(end) + asideY, strand.y(end - 1) + asideY
        };
        double best = furthest;
        for (int i = 0; i < 4; i++) {
            int next = (i + 1) % 4;
            if ((ys[i] <= y) != (ys[next] <= y)) {
                double at = x[i] + (y - ys[i]) / (ys[next] - ys[i]) * (x[next] - x[i]);
                best = way < 0 ? Math.min(best, at) : Math.max(best, at);
            }
        }
        return best;
    }
}
