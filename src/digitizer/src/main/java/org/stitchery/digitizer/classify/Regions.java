package org.stitchery.digitizer.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
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
        for (Polygon polygon : Grid.polygons(Grid.union(parts), 0)) {
            PreparedGeometry prepared = PreparedGeometryFactory.prepare(polygon);
            List<Geometry> painted = new ArrayList<>();
            int lowest = -1;
            int highest = -1;
            for (int i : members) {
                if (polygon.getEnvelopeInternal().intersects(visible.get(i).getEnvelopeInternal())
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
                        highest,
                        polygon,
                        Grid.union(painted),
                        null,
                        List.of(),
                        kind.hints()));
            }
        }
        return regions;
    }
}
