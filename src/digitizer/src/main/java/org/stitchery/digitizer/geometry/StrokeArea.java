package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.stitchery.digitizer.artwork.ArtworkShape.Cap;
import org.stitchery.digitizer.artwork.ArtworkShape.Join;
import org.stitchery.digitizer.artwork.ArtworkShape.Stroke;
import org.stitchery.digitizer.artwork.Contour;

/**
 * The area a painted line covers, with SVG's caps and joins.
 *
 * <p>JTS's buffer does all of it but one thing: where a mitre would be longer than the limit SVG takes a bevel, JTS a
 * mitre cut short. Contours with such a corner are taken apart there, and a bevel closes the gap.
 */
final class StrokeArea {

    private StrokeArea() {}

    static Geometry of(List<Contour> contours, Stroke stroke) {
        double half = stroke.widthMm() / 2;
        List<Geometry> parts = new ArrayList<>(contours.size());
        for (Contour contour : contours) {
            Coordinate[] points = Thinned.points(contour, contour.closed());
            if (points.length < 2 || points.length == 2 && points[0].equals2D(points[1])) {
                Geometry dot = dot(points[0], half, stroke.cap());
                if (!dot.isEmpty()) {
                    parts.add(dot);
                }
                continue;
            }
            boolean ring = contour.closed() && points.length >= 4;
            if (stroke.join() == Join.MITER
                    && !sharpCorners(points, ring, stroke.miterLimit()).isEmpty()) {
                parts.addAll(bevelled(points, ring, half, stroke));
            } else {
                parts.add(buffered(points, ring, half, stroke, stroke.cap()));
            }
        }
        return Grid.union(parts);
    }

    private static Geometry dot(Coordinate at, double half, Cap cap) {
        return switch (cap) {
            case BUTT -> Grid.FACTORY.createPolygon();
            case ROUND ->
                Grid.onGrid(Grid.floating(Grid.FACTORY.createPoint(at)).buffer(half, segments(half)));
            case SQUARE ->
                Grid.onGrid(Grid.floating(Grid.FACTORY.createPoint(at)).buffer(half, 1, BufferParameters.CAP_SQUARE));
        };
    }

    private static Geometry buffered(Coordinate[] points, boolean ring, double half, Stroke stroke, Cap cap) {
        BufferParameters how = new BufferParameters(
                segments(half), capStyle(cap), joinStyle(stroke.join()), Math.max(1, stroke.miterLimit()));
        how.setSimplifyFactor(0.003);
        Geometry line = ring ? Grid.FACTORY.createLinearRing(points) : Grid.FACTORY.createLineString(points);
        return Grid.onGrid(new BufferOp(Grid.floating(line), how).getResultGeometry(half));
    }

    /** Cuts the contour at its sharp corners, buffers the pieces and lays a triangle over each cut. */
    private static List<Geometry> bevelled(Coordinate[] points, boolean ring, double half, Stroke stroke) {
        List<Integer> sharp = sharpCorners(points, ring, stroke.miterLimit());
        Coordinate[] turned = points;
        if (ring) {
            turned = startingAt(points, sharp.get(0));
            sharp = sharpCorners(turned, true, stroke.miterLimit());
        }
        List<Geometry> parts = new ArrayList<>();
        int from = 0;
        int last = turned.length - 1;
        for (int corner : sharp) {
            if (corner == 0) {
                parts.add(bevel(turned[last - 1], turned[0], turned[1], half));
                continue;
            }
            parts.add(piece(turned, from, corner, half, stroke, ring));
            parts.add(bevel(turned[corner - 1], turned[corner], turned[corner + 1], half));
            from = corner;
        }
        parts.add(piece(turned, from, last, half, stroke, ring));
        return parts;
    }

    private static Geometry piece(Coordinate[] points, int from, int to, double half, Stroke stroke, boolean ring) {
        Coordinate[] part = Arrays.copyOfRange(points, from, to + 1);
        Geometry area = buffered(part, false, half, stroke, Cap.BUTT);
        if (ring || stroke.cap() == Cap.BUTT) {
            return area;
        }
        List<Geometry> withCaps = new ArrayList<>();
        withCaps.add(area);
        if (from == 0) {
            withCaps.add(cap(part[0], part[1], half, stroke));
        }
        if (to == points.length - 1) {
            withCaps.add(cap(part[part.length - 1], part[part.length - 2], half, stroke));
        }
        return Grid.union(withCaps);
    }

    private static Geometry cap(Coordinate end, Coordinate inwards, double half, Stroke stroke) {
        return buffered(new Coordinate[] {end, inwards}, false, half, stroke, stroke.cap());
    }

    private static Geometry bevel(Coordinate before, Coordinate at, Coordinate after, double half) {
        double side = turn(before, at, after) > 0 ? -half : half;
        Coordinate a = aside(before, at, at, side);
        Coordinate b = aside(at, after, at, side);
        Coordinate[] triangle = {Grid.snapped(at.x, at.y), a, b, Grid.snapped(at.x, at.y)};
        Geometry flat = Grid.FACTORY.createPolygon(triangle);
        return flat.getArea() > 0 ? flat : Grid.FACTORY.createPolygon();
    }

    private static Coordinate aside(Coordinate from, Coordinate to, Coordinate at, double side) {
        double dx = to.x - from.x;
        double dy = to.y - from.y;
        double length = Math.sqrt(dx * dx + dy * dy);
        return Grid.snapped(at.x - dy / length * side, at.y + dx / length * side);
    }

    private static double turn(Coordinate a, Coordinate b, Coordinate c) {
        return (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x);
    }

    private static Coordinate[] startingAt(Coordinate[] ring, int first) {
        int n = ring.length - 1;
        Coordinate[] turned = new Coordinate[ring.length];
        for (int i = 0; i <= n; i++) {
            turned[i] = ring[(first + i) % n];
        }
        return turned;
    }

    /** Corners where 1 / sin(angle / 2) exceeds the limit; for a ring index 0 stands for its joined ends. */
    private static List<Integer> sharpCorners(Coordinate[] points, boolean ring, double limit) {
        List<Integer> sharp = new ArrayList<>();
        int last = points.length - 1;
        for (int i = ring ? 0 : 1; i < last; i++) {
            Coordinate before = points[i == 0 ? last - 1 : i - 1];
            Coordinate at = points[i];
            Coordinate after = points[i + 1];
            double ax = before.x - at.x;
            double ay = before.y - at.y;
            double bx = after.x - at.x;
            double by = after.y - at.y;
            double cosine = (ax * bx + ay * by) / Math.sqrt((ax * ax + ay * ay) * (bx * bx + by * by));
            double sineOfHalfSquared = (1 - cosine) / 2;
            if (sineOfHalfSquared * limit * limit < 1) {
                sharp.add(i);
            }
        }
        return sharp;
    }

    /** Enough segments in a quarter circle to stay within the drawing's own flatness. */
    private static int segments(double radius) {
        double step = 2 * StrictMath.acos(1 - Math.min(0.9, Contour.FLATNESS_MM / radius));
        return (int) Math.max(2, Math.min(64, StrictMath.ceil(StrictMath.PI / 2 / step)));
    }

    private static int capStyle(Cap cap) {
        return switch (cap) {
            case BUTT -> BufferParameters.CAP_FLAT;
            case ROUND -> BufferParameters.CAP_ROUND;
            case SQUARE -> BufferParameters.CAP_SQUARE;
        };
    }

    private static int joinStyle(Join join) {
        return switch (join) {
            case MITER -> BufferParameters.JOIN_MITRE;
            case ROUND -> BufferParameters.JOIN_ROUND;
            case BEVEL -> BufferParameters.JOIN_BEVEL;
        };
    }
}
