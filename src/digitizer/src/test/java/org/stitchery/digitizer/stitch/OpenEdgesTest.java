package org.stitchery.digitizer.stitch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.impl.CoordinateArraySequence;
import org.stitchery.digitizer.geometry.Outline;

class OpenEdgesTest {

    private static final CoordinateSequence SQUARE = new CoordinateArraySequence(new Coordinate[] {
        new Coordinate(0, 0), new Coordinate(10, 0), new Coordinate(10, 10), new Coordinate(0, 10), new Coordinate(0, 0)
    });

    private static Geometry box(double left, double top, double right, double bottom) {
        return new GeometryFactory().toGeometry(new Envelope(left, right, top, bottom));
    }

    private static Outline seen(double left, double top, double right, double bottom) {
        return new Outline(box(left, top, right, bottom));
    }

    @Test
    void aRingThatIsSeenAllAroundStaysWhole() {
        assertThat(OpenEdges.of(SQUARE, seen(-1, -1, 11, 11)))
                .containsExactly(new double[] {0, 0, 10, 0, 10, 10, 0, 10, 0, 0});
    }

    @Test
    void noEdgeIsSewnBelowANeighbour() {
        assertThat(OpenEdges.of(SQUARE, seen(1, 1, 9, 9))).isEmpty();
    }

    @Test
    void onlyTheOpenPartOfARingIsSewn() {
        assertThat(OpenEdges.of(SQUARE, seen(-1, -1, 5.2, 11)))
                .containsExactly(new double[] {5, 10, 0, 10, 0, 0, 5, 0});
    }

    @Test
    void aShortHiddenStretchIsSewnWithTheRest() {
        Outline notched = new Outline(box(-1, -1, 11, 11).difference(box(4, -1, 6, 1)));

        assertThat(OpenEdges.of(SQUARE, notched)).containsExactly(new double[] {0, 0, 10, 0, 10, 10, 0, 10, 0, 0});
    }

    @Test
    void aShortOpenStretchIsLeftOut() {
        assertThat(OpenEdges.of(SQUARE, seen(4, -1, 4.6, 1))).isEmpty();
    }
}
