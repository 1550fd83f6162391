package org.stitchery.digitizer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.stitchery.digitizer.geometry.Grid;

class SpiralFillTest {

    @Test
    void aDiscOfTenMillimetresIsBestWound() {
        assertThat(SpiralFill.suits(oval(5, 5))).isTrue();
    }

    @Test
    void aDotIsNotAndNeitherIsALargeDiscUnlessItsFileAsks() {
        assertThat(SpiralFill.suits(oval(2, 2))).isFalse();
        assertThat(SpiralFill.fits(oval(2, 2))).isFalse();
        assertThat(SpiralFill.suits(oval(10, 10))).isFalse();
        assertThat(SpiralFill.fits(oval(10, 10))).isTrue();
    }

    @Test
    void anOvalIsWoundOnlyWhereItsFileAsksAndALongOneNever() {
        assertThat(SpiralFill.suits(oval(6, 5))).isFalse();
        assertThat(SpiralFill.fits(oval(6, 5))).isTrue();
        assertThat(SpiralFill.fits(oval(9, 5))).isFalse();
    }

    @Test
    void aDiscWithAHoleIsNeverWound() {
        Polygon ring = (Polygon) Grid.minus(oval(8, 8), oval(3, 3));

        assertThat(SpiralFill.fits(ring)).isFalse();
    }

    @Test
    void aShapeThatRaysFromItsMiddleLeaveTwiceIsNeverWound() {
        Polygon bitten = (Polygon) Grid.minus(oval(8, 8), Grid.FACTORY.createPolygon(new Coordinate[] {
            new Coordinate(7, -0.2),
            new Coordinate(9, -0.2),
            new Coordinate(9, 2),
            new Coordinate(6, 2),
            new Coordinate(7, -0.2)
        }));

        assertThat(SpiralFill.fits(bitten)).isFalse();
    }

    private static Polygon oval(double rx, double ry) {
        Coordinate[] ring = new Coordinate[73];
        for (int i = 0; i < 72; i++) {
            ring[i] = new Coordinate(
                    Grid.snap(rx * Math.cos(2 * Math.PI * i / 72)), Grid.snap(ry * Math.sin(2 * Math.PI * i / 72)));
        }
        ring[72] = ring[0];
        return Grid.FACTORY.createPolygon(ring);
    }
}
