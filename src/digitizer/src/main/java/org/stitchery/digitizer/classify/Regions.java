package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.stitchery.digitizer.artwork.SewingHints;
import org.stitchery.digitizer.geometry.Grid;
import org.stitchery.digitizer.geometry.PaintedPiece;

/**
 * Joins what the same thread shows side by side: fills of one thread that touch are sewn as one, unless the file wants
 * them sewn differently. Lines stay as they were
 * drawn, because their course says how to sew them.
 */
public final class Regions {

    /** Details up to this wide are sewn on top of a fill that goes on below them, mm. */
    public static final double DETAIL_MM = 1.4;

    /** Fills that may be sewn as one. */
    private record Kind(int thread, SewingHints hints) {}

    private Regions() {}

    /**
     * @param threads the thread of each piece
     * @param visible what is seen of each piece
     */
    public static List<Region> of(List<PaintedPiece> pieces, int[] threads, List<Geometry> visible) {
        List<Region> regions = new ArrayList<>();
        Map<Kind, List<Integer>> fills = new LinkedHashMap<>();
        for (int i = 0; i < pieces.size(); i++) {
            PaintedPiece piece = pieces.get(i);
            if (visible.get(i).isEmpty()) {
                continue;
            }
            if (piece.stroke() == null) {
                fills.computeIfAbsent(new Kind(threads[i], piece.hints()), kind -> new ArrayList<>())
                        .add(i);
            } else {
                regions.add(new Region(
                        threads[i],
                        piece.element(),
                        i,
                        i,
                        visible.get(i),
                        piece.area(),
                        piece.stroke(),
                        piece.lines(),
                        piece.hints()));
            }
        }
        fills.forEach((kind, members) -> regions.addAll(merged(kind, members, pieces, visible)));
        regions.sort((a, b) -> Integer.compare(a.order(), b.order()));
        return regions;
    }

    private static List<Region> merged(
            Kind kind, List<Integer> members, List<PaintedPiece> pieces, List<Geometry> visible) {
        List<Geometry> parts = new ArrayList<>();
        for (int i : members) {
            parts.add(visible.get(i));
        }
        List<Region> regions = new ArrayList<>();
        for (Geometry together : together(Grid.union(parts), members, pieces, visible)) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(together);
            List<Geometry> painted = new ArrayList<>();
            int lowest = -1;
            int highest = -1;
            for (int i : members) {
                if (together.getEnvelopeInternal().intersects(visible.get(i).getEnvelopeInternal())
                        && prepared.intersects(visible.get(i))) {
                    painted.add(pieces.get(i).area());
                    lowest = lowest < 0 ? i : lowest;
                    highest = i;
                }
            }
            if (lowest >= 0) {
                regions.add(new Region(
                        kind.thread(),
                        pieces.get(lowest).element(),
                        lowest,
                        highest,
                        together,
                        Grid.union(painted),
                        null,
                        List.of(),
                        kind.hints()));
            }
        }
        return regions;
    }

    /** The polygons of what is seen, those together that are parted only by narrow details lying on one piece. */
    private static List<Geometry> together(
            Geometry seen, List<Integer> members, List<PaintedPiece> pieces, List<Geometry> visible) {
        List<Polygon> polygons = Grid.polygons(seen, 0);
        List<Geometry> bridged = new ArrayList<>();
        for (int i : members) {
            if (visible.get(i).getNumGeometries() > 1) {
                bridged.add(Grid.common(
                        Grid.closed(visible.get(i), DETAIL_MM / 2),
                        pieces.get(i).area()));
            }
        }
        if (polygons.size() < 2 || bridged.isEmpty()) {
            return List.copyOf(polygons);
        }
        bridged.addAll(polygons);
        List<Geometry> together = new ArrayList<>();
        boolean[] taken = new boolean[polygons.size()];
        for (Polygon whole : Grid.polygons(Grid.union(bridged), 0)) {
            IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(whole);
            List<Polygon> parts = new ArrayList<>();
            for (int p = 0; p < taken.length; p++) {
                Polygon part = polygons.get(p);
                if (!taken[p]
                        && whole.getEnvelopeInternal().intersects(part.getEnvelopeInternal())
                        && inside.locate(part.getInteriorPoint().getCoordinate()) == Location.INTERIOR) {
                    taken[p] = true;
                    parts.add(part);
                }
            }
            if (!parts.isEmpty()) {
                together.add(
                        parts.size() == 1
                                ? parts.get(0)
                                : Grid.FACTORY.createMultiPolygon(parts.toArray(new Polygon[0])));
            }
        }
        return together;
    }
}
