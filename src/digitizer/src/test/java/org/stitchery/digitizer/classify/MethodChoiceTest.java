package org.stitchery.digitizer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stitchery.digitizer.artwork.Artwork;
import org.stitchery.digitizer.artwork.ArtworkShape;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.Fill;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;
import org.stitchery.digitizer.geometry.CrossingBudget;
import org.stitchery.digitizer.geometry.OpenCloth;
import org.stitchery.digitizer.geometry.PaintedPiece;
import org.stitchery.digitizer.geometry.Painting;
import org.stitchery.digitizer.geometry.Visible;

class MethodChoiceTest {

    private static final Runnable NOTHING = () -> {};

    /** The corner's mitre once cut off all of the line that lay behind it: the outline of a fish was filled with rows. */
    @Test
    void aClosedLineWithOneCornerIsOneColumnAllAround() {
        List<Double> drop = new ArrayList<>();
        drop.add(50.0);
        drop.add(10.0);
        for (int degrees = -30; degrees <= 210; degrees += 5) {
            drop.add(50 + 15 * Math.cos(Math.toRadians(degrees)));
            drop.add(45 + 15 * Math.sin(Math.toRadians(degrees)));
        }

        List<StitchObject> objects =
                objects(line(drop.stream().mapToDouble(v -> v).toArray(), true, 1.2));

        assertThat(objects).hasSize(1);
        assertThat(objects.get(0)).isInstanceOf(SatinColumn.class);
        Ladder ladder = ((SatinColumn) objects.get(0)).ladder();
        assertThat(ladder.length()).isGreaterThan(2 * Math.PI * 15 * 2 / 3 + 40);
        assertThat(ladder.meanWidth()).isBetween(1.15, 1.25);
    }

    @Test
    void aSquareDrawnAsALineIsFourColumnsThatMeetInMitres() {
        List<StitchObject> objects = objects(line(new double[] {10, 10, 40, 10, 40, 40, 10, 40}, true, 2));

        assertThat(objects).hasSize(4).allMatch(object -> object instanceof SatinColumn);
        for (StitchObject object : objects) {
            // From the tip of one mitre to that of the other.
            assertThat(((SatinColumn) object).ladder().length()).isBetween(31.0, 32.3);
        }
    }

    @Test
    void aStemStaysAColumnWhereItsLeafIsFilledWithRows() {
        ArtworkShape leaf = new ArtworkShape(
                "#leaf",
                List.of(new Contour(
                        new double[] {
                            20, 20, 40, 12, 60, 20, 66, 40, 60, 60, 41, 67, 41, 95, 39.6, 95, 39.6, 67, 20, 60, 14, 40
                        },
                        true)),
                new Fill(0, 1, FillRule.NONZERO),
                null,
                List.of());

        List<StitchObject> objects = objects(leaf);

        assertThat(objects).anyMatch(object -> object instanceof TatamiFill);
        assertThat(objects)
                .allMatch(object -> object instanceof TatamiFill fill
                        ? fill.area().getArea() > 500
                        : ((SatinColumn) object).ladder().meanWidth() < 2);
    }

    private static ArtworkShape line(double[] xy, boolean closed, double widthMm) {
        return new ArtworkShape(
                "#line",
                List.of(new Contour(xy, closed)),
                null,
                new Stroke(0, 1, widthMm, Cap.ROUND, Join.ROUND, 4),
                List.of());
    }

    private static List<StitchObject> objects(ArtworkShape shape) {
        Artwork artwork = new Artwork(100, 100, List.of(shape), List.of());
        List<PaintedPiece> pieces = Painting.of(artwork, new CrossingBudget(100_000), new ArrayList<>(), NOTHING);
        List<Region> regions = Regions.of(pieces, new int[pieces.size()], Visible.of(pieces, NOTHING));
        assertThat(regions).hasSize(1);
        return MethodChoice.of(
                regions.get(0),
                regions.get(0).visible(),
                new OpenCloth(List.of(regions.get(0).visible())));
    }
}
