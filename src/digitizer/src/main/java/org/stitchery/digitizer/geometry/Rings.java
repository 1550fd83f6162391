package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.Noder;
import org.locationtech.jts.noding.SegmentString;

/**
 * The rings of one or two areas, cut on the {@link Grid} where they meet. Often they do not meet at all: then every ring
 * stays what it was and OverlayNG need not find out what lies on which side of it. Otherwise this hands OverlayNG the
 * parts it has cut already.
 */
final class Rings implements Noder {

    private final Geometry first;
    private final List<Polygon> polygons;
    private final int ofFirst;
    private final int count;
    private final List<SegmentString> noded = new ArrayList<>();
    private int taken;

    /** @param second null where the first is only to be moved onto the grid */
    Rings(Geometry first, @Nullable Geometry second, SnapRounding noder) {
        this.first = first;
        polygons = Grid.polygons(first, 0);
        ofFirst = polygons.size();
        if (second != null) {
            polygons.addAll(Grid.polygons(second, 0));
        }
        List<SegmentString> rings = new ArrayList<>();
        for (Polygon polygon : polygons) {
            add(polygon.getExteriorRing(), rings);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                add(polygon.getInteriorRingN(hole), rings);
            }
        }
        count = rings.size();
        noder.computeNodes(rings);
        noded.addAll(noder.getNodedSubstrings());
    }

    private static void add(LinearRing ring, List<SegmentString> rings) {
        Coordinate[] points = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
        rings.add(new BasicSegmentString(points, rings.size()));
    }

    /** True when no ring touches itself or another, and no polygon of one area lies in one of the other. */
    boolean apart() {
        if (noded.size() != count) {
            return false;
        }
        Set<Coordinate> beginnings = new HashSet<>();
        for (int i = 0; i < count; i++) {
            SegmentString ring = noded.get(i);
            if (!Integer.valueOf(i).equals(ring.getData())
                    || ring.size() < 4
                    || !ring.isClosed()
                    || !beginnings.add(ring.getCoordinate(0))) {
                return false;
            }
        }
        for (Polygon one : polygons.subList(0, ofFirst)) {
            for (Polygon other : polygons.subList(ofFirst, polygons.size())) {
                if (one.getEnvelopeInternal().intersects(other.getEnvelopeInternal())
                        && (begins(one, other) || begins(other, one))) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean begins(Polygon inner, Polygon outer) {
        Coordinate beginning = inner.getExteriorRing().getCoordinateN(0);
        return SimplePointInAreaLocator.locatePointInPolygon(beginning, outer) != Location.EXTERIOR;
    }

    /**
     * All polygons, on the grid, of rings that are {@link #apart()}: to the last point what OverlayNG makes of them, whose
     * shells run clockwise, whose holes do not, and whose rings begin with their second point.
     */
    Geometry together() {
        List<Polygon> moved = new ArrayList<>(polygons.size());
        for (Polygon polygon : polygons) {
            LinearRing shell = next(false);
            LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
            for (int hole = 0; hole < holes.length; hole++) {
                holes[hole] = next(true);
            }
            moved.add(first.getFactory().createPolygon(shell, holes));
        }
        return first.getFactory().buildGeometry(moved);
    }

    private LinearRing next(boolean counterClockwise) {
        Coordinate[] points = noded.get(taken++).getCoordinates();
        if (Orientation.isCCW(points) != counterClockwise) {
            CoordinateArrays.reverse(points);
        }
        int last = points.length - 1;
        System.arraycopy(points, 1, points, 0, last);
        points[last] = points[0].copy();
        return first.getFactory().createLinearRing(points);
    }

    @Override
    public void computeNodes(@SuppressWarnings("rawtypes") Collection lines) {
        if (lines.size() != count) {
            throw new IllegalStateException("Cut were " + count + " rings, asked for are " + lines.size());
        }
        List<SegmentString> asked = new ArrayList<>(count);
        for (Object line : lines) {
            asked.add((SegmentString) line);
        }
        for (SegmentString part : noded) {
            if (part.getData() instanceof Integer ring) {
                part.setData(asked.get(ring).getData());
            }
        }
    }

    @Override
    public Collection<SegmentString> getNodedSubstrings() {
        return noded;
    }
}
