package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.noding.BasicSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.stitchery.digitizer.artwork.ArtworkShape.FillRule;
import org.stitchery.digitizer.artwork.Contour;

/**
 * The area that several contours enclose under SVG's fill rules.
 *
 * <p>JTS knows only polygons that do not cross themselves, while a drawing may wind about as it likes. So the contours
 * are cut where they meet (snap rounding), the pieces give faces (polygonizing), and each face asks one of its inner
 * points how often the contours wind around it. Faces inside are united.
 */
final class FillArea {

    private FillArea() {}

    /** Never null, possibly empty. */
    static Geometry of(List<Contour> contours, FillRule rule, CrossingBudget budget) {
        List<SegmentString> rings = new ArrayList<>(contours.size());
        for (Contour contour : contours) {
            Coordinate[] points = Thinned.points(contour, true);
            if (points.length >= 4) {
                rings.add(new BasicSegmentString(points, null));
            }
        }
        if (rings.isEmpty()) {
            return Grid.FACTORY.createPolygon();
        }
        if (budget.spend(rings) == 0) {
            if (rings.size() == 1) {
                return Grid.FACTORY.createPolygon(rings.get(0).getCoordinates());
            }
            return NestedRings.area(rings, rule);
        }
        return untangled(rings, rule);
    }

    private static Geometry untangled(List<SegmentString> rings, FillRule rule) {
        SnapRounding noder = new SnapRounding();
        noder.computeNodes(rings);
        UniqueLines lines = new UniqueLines();
        for (SegmentString noded : noder.getNodedSubstrings()) {
            lines.add(noded.getCoordinates());
        }
        Polygonizer faces = new Polygonizer();
        faces.add(lines.inOrder());
        Winding winding = new Winding(rings);
        List<Geometry> inside = new ArrayList<>();
        for (Object face : faces.getPolygons()) {
            Polygon polygon = (Polygon) face;
            Coordinate p = polygon.getInteriorPoint().getCoordinate();
            if (isInside(winding.around(p.x, p.y), rule)) {
                inside.add(polygon);
            }
        }
        return Grid.union(inside);
    }

    /** For even-odd the parity of the winding number equals the parity of the crossings. */
    static boolean isInside(int winding, FillRule rule) {
        return rule == FillRule.NONZERO ? winding != 0 : (winding & 1) != 0;
    }

    /** +1 when the ring runs counter-clockwise. */
    static int turn(Coordinate[] ring) {
        return Orientation.isCCW(ring) ? 1 : -1;
    }
}
