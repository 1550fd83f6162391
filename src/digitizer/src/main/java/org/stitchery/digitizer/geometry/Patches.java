package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts faces together to polygons: walks along the halves of edges that have wanted faces to the left and others to the
 * right, and cuts off a ring whenever the walk comes back to a node.
 */
final class Patches {

    private final Arrangement arrangement;
    private final boolean[] border;
    private final boolean[] walked;
    private final int[] placeOf;
    private int[] walk = new int[64];
    private int length;
    private final List<LinearRing> shells = new ArrayList<>();
    private final List<LinearRing> holes = new ArrayList<>();

    private Patches(Arrangement arrangement, LongPredicate wanted) {
        this.arrangement = arrangement;
        border = new boolean[arrangement.halves()];
        for (int half = 0; half < border.length; half++) {
            border[half] = wanted.test(arrangement.left(half)) && !wanted.test(arrangement.left(half ^ 1));
        }
        walked = new boolean[border.length];
        placeOf = new int[arrangement.nodes()];
        Arrays.fill(placeOf, -1);
    }

    /** The faces with wanted labels; their outlines run clockwise and those of holes the other way. */
    static Geometry of(Arrangement arrangement, LongPredicate wanted) {
        Patches patches = new Patches(arrangement, wanted);
        for (int half = 0; half < patches.border.length; half++) {
            if (patches.border[half] && !patches.walked[half]) {
                patches.walk(half);
            }
        }
        return patches.polygons();
    }

    private void walk(int from) {
        for (int half = from; !walked[half]; half = next(half)) {
            walked[half] = true;
            turnBack(arrangement.start(half));
            placeOf[arrangement.start(half)] = length;
            walk = length == walk.length ? Arrays.copyOf(walk, 2 * length) : walk;
            walk[length++] = half;
        }
        turnBack(arrangement.start(from));
    }

    /** The border goes on with the first half clockwise from where it came, so that the face stays to the left. */
    private int next(int half) {
        int next = arrangement.clockwise(half ^ 1);
        while (!border[next]) {
            next = arrangement.clockwise(next);
        }
        return next;
    }

    /** Cuts off what has been walked since a node, if the walk has been there. */
    private void turnBack(int node) {
        int first = placeOf[node];
        if (first < 0) {
            return;
        }
        List<Coordinate> points = new ArrayList<>();
        for (int k = length - 1; k >= first; k--) {
            Coordinate[] line = arrangement.points(walk[k] >> 1);
            boolean along = (walk[k] & 1) == 0;
            for (int p = 0; p + 1 < line.length; p++) {
                points.add(along ? line[line.length - 1 - p] : line[p]);
            }
            placeOf[arrangement.start(walk[k])] = -1;
        }
        length = first;
        points.add(points.get(0));
        Coordinate[] ring = points.toArray(new Coordinate[0]);
        double area = Area.ofRingSigned(ring);
        if (area != 0) {
            (area > 0 ? shells : holes).add(Grid.FACTORY.createLinearRing(ring));
        }
    }

    private Geometry polygons() {
        List<List<LinearRing>> within = new ArrayList<>();
        for (int s = 0; s < shells.size(); s++) {
            within.add(new ArrayList<>());
        }
        for (LinearRing hole : holes) {
            int shell = shellAround(hole);
            if (shell >= 0) {
                within.get(shell).add(hole);
            }
        }
        Polygon[] polygons = new Polygon[shells.size()];
        for (int s = 0; s < polygons.length; s++) {
            polygons[s] =
                    Grid.FACTORY.createPolygon(shells.get(s), within.get(s).toArray(new LinearRing[0]));
        }
        return polygons.length == 1 ? polygons[0] : Grid.FACTORY.createMultiPolygon(polygons);
    }

    /** The smallest shell a hole lies in. */
    private int shellAround(LinearRing hole) {
        if (shells.size() == 1) {
            return 0;
        }
        int best = -1;
        for (int s = 0; s < shells.size(); s++) {
            LinearRing shell = shells.get(s);
            if (shell.getEnvelopeInternal().contains(hole.getEnvelopeInternal())
                    && (best < 0 || shells.get(best).getEnvelopeInternal().contains(shell.getEnvelopeInternal()))
                    && within(hole, shell)) {
                best = s;
            }
        }
        return best;
    }

    private static boolean within(LinearRing hole, LinearRing shell) {
        for (Coordinate point : hole.getCoordinates()) {
            int where = RayCrossingCounter.locatePointInRing(point, shell.getCoordinates());
            if (where != Location.BOUNDARY) {
                return where == Location.INTERIOR;
            }
        }
        return true;
    }
}
