package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.noding.OrientedCoordinateArray;

/** Lines of which each is kept once, whichever way it runs: a polygonizer takes no doubles. */
final class UniqueLines {

    private final Map<OrientedCoordinateArray, LineString> lines = new LinkedHashMap<>();

    void add(Coordinate[] points) {
        if (points.length >= 2) {
            lines.computeIfAbsent(new OrientedCoordinateArray(points), key -> Grid.FACTORY.createLineString(points));
        }
    }

    /** In the order they came. */
    List<LineString> inOrder() {
        return new ArrayList<>(lines.values());
    }
}
