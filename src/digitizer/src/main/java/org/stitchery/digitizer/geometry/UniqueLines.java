package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.noding.OrientedCoordinateArray;

/** Lines of which each is kept once, whichever way it runs: a polygonizer takes no doubles. */
final class UniqueLines {

    /** Ordered, not hashed: {@link OrientedCoordinateArray} can be compared but is equal to itself alone. */
    private final Set<OrientedCoordinateArray> seen = new TreeSet<>();

    private final List<LineString> lines = new ArrayList<>();

    void add(Coordinate[] points) {
        if (points.length >= 2 && seen.add(new OrientedCoordinateArray(points))) {
            lines.add(Grid.FACTORY.createLineString(points));
        }
    }

    /** In the order they came. */
    List<LineString> inOrder() {
        return new ArrayList<>(lines);
    }
}
