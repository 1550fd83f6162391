package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * All polygons of the digitizer live on one grid of a thousandth of a millimetre, a hundredth of the machine's smallest
 * step. On a fixed grid JTS's OverlayNG nodes by snap rounding (Hobby 1999; Goodrich, Guibas, Hershberger, Tanenbaum
 * 1997), which has no failing inputs. Noding is by {@link SnapRounding}.
 */
public final class Grid {

    /** Grid lines per millimetre. */
    public static final double PER_MM = 1000;

    static final PrecisionModel MODEL = new PrecisionModel(PER_MM);

    /** Makes geometries on the grid. */
    public static final GeometryFactory FACTORY = new GeometryFactory(MODEL);

    private static final GeometryFactory FLOATING = new GeometryFactory();

    private Grid() {}

    /** The nearest grid line. */
    public static double snap(double mm) {
        return StrictMath.rint(mm * PER_MM) / PER_MM;
    }

    static Coordinate snapped(double x, double y) {
        return new Coordinate(snap(x), snap(y));
    }

    /** A line with its points on the grid, none twice in turn. */
    static Coordinate[] snapped(Coordinate[] line) {
        List<Coordinate> kept = new ArrayList<>(line.length);
        for (Coordinate point : line) {
            Coordinate there = snapped(point.x, point.y);
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals2D(there)) {
                kept.add(there);
            }
        }
        return kept.toArray(new Coordinate[0]);
    }

    /** The part of {@code a} outside {@code b}, areas only. */
    public static Geometry minus(Geometry a, Geometry b) {
        if (a.isEmpty() || b.isEmpty() || !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return a;
        }
        return areas(overlay(a, b, OverlayNG.DIFFERENCE), 0);
    }

    /** What both share, areas only. */
    public static Geometry common(Geometry a, Geometry b) {
        if (a.isEmpty() || b.isEmpty() || !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal())) {
            return FACTORY.createPolygon();
        }
        return areas(overlay(a, b, OverlayNG.INTERSECTION), 0);
    }

    /** Looks only where the two can meet, as neither meets itself; should a rounding belie that, everywhere. */
    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        Envelope box = a.getEnvelopeInternal().intersection(b.getEnvelopeInternal());
        try {
            return OverlayNG.overlay(a, b, operation, MODEL, new SnapRounding(box));
        } catch (TopologyException meetingElsewhere) {
            return OverlayNG.overlay(a, b, operation, MODEL, new SnapRounding());
        }
    }

    /** All of them together. */
    public static Geometry union(Collection<? extends Geometry> parts) {
        List<Geometry> filled = new ArrayList<>(parts.size());
        for (Geometry part : parts) {
            if (!part.isEmpty()) {
                filled.add(part);
            }
        }
        if (filled.isEmpty()) {
            return FACTORY.createPolygon();
        }
        if (filled.size() == 1) {
            return filled.get(0);
        }
        Patchwork work = new Patchwork();
        filled.forEach(part -> work.add(0, part));
        return work.where(layers -> layers != 0);
    }

    /** Grown by a distance, or shrunk by a negative one, with round corners. */
    public static Geometry grown(Geometry area, double mm) {
        if (area.isEmpty()) {
            return area;
        }
        return GrownArea.round(area, mm).area();
    }

    /** With clefts closed that are narrower than twice this distance; their ends are rounded only roughly. */
    public static Geometry closed(Geometry area, double mm) {
        if (area.isEmpty()) {
            return area;
        }
        return GrownArea.rough(GrownArea.rough(area, mm).area(), -mm).area();
    }

    /**
     * The same geometry off the grid. JTS buffers a geometry on a fixed grid by snap rounding its raw offset curve, and
     * now and then loses all of it: a shape 100 mm² large, shrunk by 0.16 mm, came back empty.
     */
    static Geometry floating(Geometry any) {
        return FLOATING.createGeometry(any);
    }

    /** Moved onto the grid, areas only. */
    public static Geometry onGrid(Geometry area) {
        if (area.isEmpty()) {
            return FACTORY.createPolygon();
        }
        try {
            return areas(rounded(area), 0);
        } catch (TopologyException touchingItself) {
            // Buffers are computed in floating point and now and then touch themselves by a hair.
            return areas(rounded(GeometryFixer.fix(area)), 0);
        }
    }

    private static Geometry rounded(Geometry area) {
        return OverlayNG.overlay(area, null, OverlayNG.UNION, MODEL, new SnapRounding());
    }

    /** Only the polygons of at least this area. */
    static Geometry areas(Geometry any, double leastMm2) {
        if (any instanceof Polygon polygon) {
            return polygon.getArea() >= leastMm2 ? polygon : FACTORY.createPolygon();
        }
        List<Polygon> polygons = polygons(any, leastMm2);
        return polygons.size() == 1 ? polygons.get(0) : FACTORY.createMultiPolygon(polygons.toArray(new Polygon[0]));
    }

    /** The polygons a geometry is made of, in its order, without those smaller than {@code leastMm2}. */
    public static List<Polygon> polygons(Geometry any, double leastMm2) {
        List<Polygon> found = new ArrayList<>(any.getNumGeometries());
        for (int i = 0; i < any.getNumGeometries(); i++) {
            Geometry part = any.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                if (!polygon.isEmpty() && polygon.getArea() >= leastMm2) {
                    found.add(polygon);
                }
            } else if (part != any) {
                found.addAll(polygons(part, leastMm2));
            }
        }
        return found;
    }
}
