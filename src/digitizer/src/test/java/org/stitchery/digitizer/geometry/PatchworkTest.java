package org.stitchery.digitizer.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class PatchworkTest {

    /** What snapping to a thousandth of a millimetre may change on the outlines tried here, mm². */
    private static final double HAIR_MM2 = 0.02;

    @Test
    void severalSquaresAreOneArea() throws ParseException {
        Geometry all = new Patchwork()
                .add(0, wkt("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"))
                .add(0, wkt("POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))"))
                .add(0, wkt("POLYGON ((2 0, 4 0, 4 1, 2 1, 2 0))"))
                .where(layers -> layers != 0);
        assertThat(all).isInstanceOf(Polygon.class);
        assertThat(all.getArea()).isCloseTo(9, within(1e-9));
    }

    @Test
    void holesThatTouchAtACornerStayTwo() throws ParseException {
        Geometry holed = new Patchwork()
                .add(0, wkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"))
                .add(1, wkt("POLYGON ((2 2, 4 2, 4 4, 2 4, 2 2))"))
                .add(1, wkt("POLYGON ((4 4, 6 4, 6 6, 4 6, 4 4))"))
                .where(layers -> layers == 1);
        assertThat(holed.isValid()).isTrue();
        assertThat(((Polygon) holed).getNumInteriorRing()).isEqualTo(2);
        assertThat(holed.getArea()).isCloseTo(73, within(1e-9));
    }

    @Test
    void anIslandInAHoleIsAPolygonOfItsOwn() throws ParseException {
        Geometry rings = new Patchwork()
                .add(0, wkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))"))
                .add(1, wkt("POLYGON ((1 1, 8 1, 8 8, 1 8, 1 1))"))
                .add(2, wkt("POLYGON ((3 3, 5 3, 5 5, 3 5, 3 3))"))
                .where(layers -> layers == 1 || layers >= 4);
        assertThat(rings.getNumGeometries()).isEqualTo(2);
        assertThat(rings.getArea()).isCloseTo(81 - 49 + 4, within(1e-9));
    }

    @Test
    void whereNothingIsLeftTheAreaIsEmpty() throws ParseException {
        Geometry square = wkt("POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))");
        Patchwork twice = new Patchwork().add(0, square).add(1, square);
        assertThat(twice.where(layers -> layers == 1).isEmpty()).isTrue();
        assertThat(new Patchwork().where(layers -> layers == 1).isEmpty()).isTrue();
    }

    @Test
    void itFindsWhatJtsFindsTwoAtATime() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Geometry own = star(random, 10, 10, 6);
            List<Geometry> others = new ArrayList<>();
            Patchwork work = new Patchwork().add(0, own);
            for (int i = 0; i < 6; i++) {
                Geometry other = star(random, 20 * random.nextDouble(), 20 * random.nextDouble(), 4);
                others.add(other);
                work.add(1, other, own.getEnvelopeInternal());
            }
            Geometry left = work.where(layers -> layers == 1);
            assertThat(left.isValid()).as("round %d", round).isTrue();
            assertThat(Grid.minus(own, Grid.union(others)).symDifference(left).getArea())
                    .as("round %d", round)
                    .isLessThan(HAIR_MM2);
        }
    }

    @Test
    void anAreaGrowsAndShrinksAsWithJts() {
        Random random = new Random(6);
        for (int round = 0; round < 200; round++) {
            Geometry area = Grid.minus(star(random, 10, 10, 6), star(random, 10, 10, 2));
            double mm = random.nextDouble() - 0.5;
            Geometry grown = GrownArea.round(area, mm).area();
            assertThat(grown.isValid()).as("round %d", round).isTrue();
            assertThat(Grid.grown(area, mm).symDifference(grown).getArea())
                    .as("round %d", round)
                    .isLessThan(HAIR_MM2);
        }
    }

    private static Geometry wkt(String text) throws ParseException {
        return new WKTReader(Grid.FACTORY).read(text);
    }

    /** A star of random spikes, on the grid. */
    private static Geometry star(Random random, double x, double y, double mm) {
        Coordinate[] points = new Coordinate[5 + random.nextInt(40)];
        for (int i = 0; i < points.length - 1; i++) {
            double angle = 2 * Math.PI * i / (points.length - 1);
            double away = mm * (0.3 + 0.7 * random.nextDouble());
            points[i] = Grid.snapped(x + away * Math.cos(angle), y + away * Math.sin(angle));
        }
        points[points.length - 1] = points[0];
        return Grid.onGrid(Grid.FACTORY.createPolygon(points).buffer(0));
    }
}
