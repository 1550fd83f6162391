package org.stitchery.digitizer.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.FastNodingValidator;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.overlayng.OverlayNG;

class SnapRoundingTest {

    /** On a grid this coarse against the lines' lengths nearly every line is bent by others. */
    @Test
    void whatIsCutCrossesNowhere() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            List<SegmentString> lines = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                lines.add(line(random, 0.06));
            }
            assertThat(crossings(cut(lines))).as("round %d", round).isTrue();
        }
    }

    @Test
    void everyPointLiesOnTheGrid() {
        Random random = new Random(8);
        for (SegmentString part : cut(List.of(line(random, 3), line(random, 3), line(random, 3)))) {
            for (Coordinate c : part.getCoordinates()) {
                assertThat(c.x).isEqualTo(Grid.snap(c.x));
                assertThat(c.y).isEqualTo(Grid.snap(c.y));
            }
        }
    }

    @Test
    void aLineThroughAPointIsCutThere() {
        List<SegmentString> parts =
                new ArrayList<>(cut(List.of(string(0, 0, 2, 0), string(1, 0.0004, 1, 1), string(0.5, -1, 0.5, 1))));
        assertThat(parts).hasSize(6);
        assertThat(parts.get(0).getCoordinates()).containsExactly(new Coordinate(0, 0), new Coordinate(0.5, 0));
        assertThat(parts.get(1).getCoordinates()).containsExactly(new Coordinate(0.5, 0), new Coordinate(1, 0));
    }

    /** Ten kilometres off products are no longer exact. */
    @Test
    void farOutItIsCutAsWell() {
        assertThat(cut(List.of(string(1e7, 0, 1e7 + 2, 0), string(1e7 + 1, -1, 1e7 + 1, 1))))
                .hasSize(4);
    }

    @Test
    void overlaysAreAsLargeAsThoseOfJts() {
        Random random = new Random(9);
        for (int round = 0; round < 60; round++) {
            Polygon a = star(random, 20, 20);
            Polygon b = star(random, 20 + 30 * random.nextDouble(), 20);
            for (int operation :
                    new int[] {OverlayNG.UNION, OverlayNG.INTERSECTION, OverlayNG.DIFFERENCE, OverlayNG.SYMDIFFERENCE
                    }) {
                Geometry ours = OverlayNG.overlay(a, b, operation, Grid.MODEL, new SnapRounding());
                Geometry theirs = OverlayNG.overlay(a, b, operation, Grid.MODEL);
                assertThat(ours.getArea()).isCloseTo(theirs.getArea(), within(1e-3));
                assertThat(ours.isValid()).isTrue();
            }
        }
    }

    @Test
    void lookingOnlyWhereTwoAreasMeetIsEnough() {
        Random random = new Random(10);
        for (int round = 0; round < 60; round++) {
            Polygon a = star(random, 20, 20);
            Polygon b = star(random, 20 + 30 * random.nextDouble(), 20);
            Geometry theirs = OverlayNG.overlay(a, b, OverlayNG.UNION, Grid.MODEL);
            assertThat(Grid.union(List.of(a, b)).getArea()).isCloseTo(theirs.getArea(), within(1e-3));
        }
    }

    @Test
    void nothingAtAllGivesNothing() {
        assertThat(cut(List.of())).isEmpty();
        assertThat(cut(List.of(string(1, 1, 1.0001, 1.0002)))).isEmpty();
    }

    private static Collection<SegmentString> cut(List<SegmentString> lines) {
        SnapRounding noder = new SnapRounding();
        noder.computeNodes(lines);
        return noder.getNodedSubstrings();
    }

    private static boolean crossings(Collection<SegmentString> parts) {
        List<SegmentString> strings = new ArrayList<>();
        for (SegmentString part : parts) {
            strings.add(new NodedSegmentString(part.getCoordinates(), null));
        }
        return new FastNodingValidator(strings).isValid();
    }

    private static SegmentString line(Random random, double size) {
        Coordinate[] points = new Coordinate[5];
        for (int i = 0; i < points.length; i++) {
            points[i] = new Coordinate(random.nextDouble() * size, random.nextDouble() * size);
        }
        return new NodedSegmentString(points, null);
    }

    private static SegmentString string(double x0, double y0, double x1, double y1) {
        return new NodedSegmentString(new Coordinate[] {new Coordinate(x0, y0), new Coordinate(x1, y1)}, null);
    }

    private static Polygon star(Random random, double middle, double size) {
        int n = 3 + random.nextInt(60);
        Coordinate[] points = new Coordinate[n + 1];
        for (int i = 0; i < n; i++) {
            double r = size * (0.3 + 0.7 * random.nextDouble());
            points[i] = Grid.snapped(
                    middle + r * Math.cos(i * 2 * Math.PI / n), middle + r * Math.sin(i * 2 * Math.PI / n));
        }
        points[n] = points[0];
        return Grid.FACTORY.createPolygon(points);
    }
}
