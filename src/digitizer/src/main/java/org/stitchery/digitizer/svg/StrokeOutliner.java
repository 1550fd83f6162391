package org.stitchery.digitizer.svg;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.Contour;

/**
 * Turns a stroke into the area it covers, for strokes that are wider in one direction than in another and for masks.
 * Works in the space in which the stroke's width is measured.
 *
 * <p>A line that crosses itself everywhere would cost time and memory with the square of its length. So a long one is
 * taken in pieces that overlap by one segment; filled by the nonzero rule together, they cover what the whole does.
 */
final class StrokeOutliner {

    /** Above this a line is cut into pieces of this many points. */
    private static final int PIECE = 64;

    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private final double half;
    private final BufferParameters inner;
    private final BufferParameters outer;
    private final Deadline deadline;
    private final Outline.Builder out = new Outline.Builder();

    private StrokeOutliner(DrawnShape.Line stroke, double tolerance, Deadline deadline) {
        this.half = stroke.width() / 2;
        this.outer = parameters(stroke, tolerance, stroke.cap());
        this.inner = parameters(stroke, tolerance, Cap.BUTT);
        this.deadline = deadline;
    }

    /**
     * The covered area.
     *
     * @param tolerance for round joins and caps, in the same units as the lines
     * @return rings to be filled by the nonzero rule
     */
    static Outline outline(List<Polyline> lines, DrawnShape.Line stroke, double tolerance, Deadline deadline) {
        StrokeOutliner outliner = new StrokeOutliner(stroke, tolerance, deadline);
        for (Polyline line : lines) {
            outliner.add(line);
        }
        return outliner.out.build();
    }

    private static BufferParameters parameters(DrawnShape.Line stroke, double tolerance, Cap cap) {
        double half = stroke.width() / 2;
        BufferParameters how = new BufferParameters(quadrant(half, tolerance));
        how.setEndCapStyle(
                switch (cap) {
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
        return how;
    }

    private void add(Polyline line) {
        if (line.size() <= PIECE) {
            buffer(geometry(line), outer);
            return;
        }
        int points = line.closed() ? line.size() + 2 : line.size();
        for (int from = 0; from < points - 2; from += PIECE - 2) {
            int to = Math.min(points, from + PIECE);
            Coordinate[] c = new Coordinate[to - from];
            for (int i = from; i < to; i++) {
                c[i - from] = new Coordinate(line.x(i % line.size()), line.y(i % line.size()));
            }
            buffer(GEOMETRY.createLineString(c), inner);
        }
        if (!line.closed() && outer.getEndCapStyle() != BufferParameters.CAP_FLAT) {
            cap(line, 0, 1);
            cap(line, line.size() - 1, line.size() - 2);
        }
    }

    /** The cap at point {@code end}, as half of a short line towards {@code next}. */
    private void cap(Polyline line, int end, int next) {
        double dx = line.x(next) - line.x(end);
        double dy = line.y(next) - line.y(end);
        double part = Math.min(1, half / 100 / Math.max(1e-300, Math.sqrt(dx * dx + dy * dy)));
        Coordinate at = new Coordinate(line.x(end), line.y(end));
        Coordinate near = new Coordinate(line.x(end) + part * dx, line.y(end) + part * dy);
        buffer(GEOMETRY.createLineString(new Coordinate[] {at, near}), outer);
    }

    private void buffer(Geometry line, BufferParameters how) {
        Geometry area = BufferOp.bufferOp(line, half, how);
        for (int i = 0; i < area.getNumGeometries(); i++) {
            if (area.getGeometryN(i) instanceof Polygon polygon) {
                ring(polygon.getExteriorRing());
                for (int k = 0; k < polygon.getNumInteriorRing(); k++) {
                    ring(polygon.getInteriorRingN(k));
                }
            }
        }
        deadline.check();
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

    private void ring(LinearRing ring) {
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
