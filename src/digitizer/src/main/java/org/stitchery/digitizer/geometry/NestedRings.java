package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.noding.SegmentString;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;

/**
 * Rings that nowhere meet, as letters and icons mostly are: each lies wholly inside or wholly outside each other one, so
 * one point of it tells. A ring bounds the area where the winding number just outside and just inside differ in being
 * filled; it is a hole of the smallest such ring around it.
 */
final class NestedRings {

    private NestedRings() {}

    static Geometry area(List<SegmentString> rings, FillRule rule) {
        int n = rings.size();
        Integer[] bySize = new Integer[n];
        double[] size = new double[n];
        LinearRing[] ring = new LinearRing[n];
        STRtree index = new STRtree();
        for (int i = 0; i < n; i++) {
            bySize[i] = i;
            Coordinate[] points = rings.get(i).getCoordinates();
            size[i] = Area.ofRing(points);
            ring[i] = Grid.FACTORY.createLinearRing(points);
            index.insert(ring[i].getEnvelopeInternal(), i);
        }
        Arrays.sort(bySize, Comparator.<Integer>comparingDouble(i -> -size[i]).thenComparing(i -> i));
        int[] within = new int[n];
        int[] shellOf = new int[n];
        List<List<LinearRing>> holes = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            holes.add(new ArrayList<>());
        }
        boolean[] shell = new boolean[n];
        for (int i : bySize) {
            Coordinate p = ring[i].getCoordinateN(0);
            int outside = 0;
            int owner = -1;
            for (Object found : index.query(ring[i].getEnvelopeInternal())) {
                int j = (Integer) found;
                if (j != i
                        && size[j] > size[i]
                        && ring[j].getEnvelopeInternal().contains(p)
                        && org.locationtech.jts.algorithm.PointLocation.isInRing(p, ring[j].getCoordinates())) {
                    outside += FillArea.turn(ring[j].getCoordinates());
                    if (shell[j] && (owner < 0 || size[j] < size[owner])) {
                        owner = j;
                    }
                }
            }
            within[i] = outside + FillArea.turn(ring[i].getCoordinates());
            boolean filledOutside = FillArea.isInside(outside, rule);
            boolean filledInside = FillArea.isInside(within[i], rule);
            shellOf[i] = owner;
            shell[i] = filledInside && !filledOutside;
            if (filledOutside && !filledInside) {
                holes.get(shellOf[i]).add(ring[i]);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (shell[i]) {
                polygons.add(Grid.FACTORY.createPolygon(ring[i], holes.get(i).toArray(new LinearRing[0])));
            }
        }
        return polygons.size() == 1
                ? polygons.get(0)
                : Grid.FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }
}
