package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.stitchery.digitizer.artwork.Contour;

/**
 * Turns a stroke into the area it covers, for strokes that are wider in one direction than in another and for masks.
 * Works in the space in which the stroke's width is measured.
 */
final class StrokeOutliner {

    private static final int MOST_POINTS = 20_000;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private StrokeOutliner() {}

    /**
     * @param tolerance for round joins and caps, in the same units as the lines
     * @return rings to be filled by the even-odd rule; null when the lines have too many points for it
     */
    static @Nullable Outline outline(List<Polyline> lines, DrawnShape.Line stroke, double tolerance) {
        int points = 0;
        List<Geometry> parts = new ArrayList<>(lines.size());
        for (Polyline line : lines) {
            points += line.size();
            parts.add(geometry(line));
        }
        if (points > MOST_POINTS) {
            return null;
        }
        double half = stroke.width() / 2;
        BufferParameters how = new BufferParameters(quadrant(half, tolerance));
        how.setEndCapStyle(
                switch (stroke.cap()) {
                    case BUTT -> BufferParameters.CAP_FLAT;
                    case ROUND -> BufferParameters.CAP_ROUND;
                    case SQUARE -> BufferParameters.CAP_SQUARE;
                });
        how.setJoinStyle(
                switch (stroke.join()) {
                    case MITER -> BufferParameters.JOIN_MITRE;
                    case ROUND -> BufferParameters.JOIN_ROUND;
                    case BEVEL -> BufferParameters.JOIN_BEVEL;
                });
        how.setMitreLimit(stroke.miterLimit());
        how.setSimplifyFactor(Math.min(0.01, tolerance / half));
        Geometry area = BufferOp.bufferOp(GEOMETRY.buildGeometry(parts), half, how);
        Outline.Builder out = new Outline.Builder();
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing(), out);
                for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
                    ring(polygon.getInteriorRingN(k), out);
                }
            }
        }
        return out.build();
    }

    /** The rings of an outline of straight lines, as this class makes them. */
    static List<Contour> rings(Outline outline) {
        List<Contour> rings = new ArrayList<>();
        int from = 0;
        int at = 0;
        for (int i = 0; i < outline.segments(); i++) {
            if (outline.op(i) == Outline.CLOSE) {
                double[] xy = new double[at - from];
                for (int k = from; k < at; k++) {
                    xy[k - from] = outline.at(k);
                }
                rings.add(new Contour(xy, true));
                from = at;
            }
            at += Outline.arity(outline.op(i));
        }
        return rings;
    }

    /** Chords for a quarter circle of the radius. */
    private static int quadrant(double radius, double tolerance) {
        double cos = Math.max(0, 1 - tolerance / radius);
        double step = 2 * StrictMath.acos(cos);
        return (int) Math.max(2, Math.min(64, Math.ceil(Math.PI / 2 / step)));
    }

    private static Geometry geometry(Polyline line) {
        int n = line.size();
        Coordinate[] c = new Coordinate[line.closed() ? n + 1 : n];
        for (int i = 0; i < n; i++) {
            c[i] = new Coordinate(line.x(i), line.y(i));
        }
        if (line.closed()) {
            c[n] = c[0].copy();
        }
        if (n == 1) {
            return GEOMETRY.createPoint(c[0]);
        }
        return GEOMETRY.createLineString(c);
    }

    private static void ring(LinearRing ring, Outline.Builder out) {
        Coordinate[] c = ring.getCoordinates();
        for (int i = 0; i < c.length - 1; i++) {
            if (i == 0) {
                out.move(c[i].x, c[i].y);
            } else {
                out.line(c[i].x, c[i].y);
            }
        }
        if (c.length > 0) {
            out.close();
        }
    }
}
