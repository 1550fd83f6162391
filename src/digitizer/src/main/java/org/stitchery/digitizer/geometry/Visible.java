package org.stitchery.digitizer.geometry;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/** What of each painted piece the eye sees: all that later pieces leave of it. */
public final class Visible {

    /** Specks below this come from rounding, not from the drawing: a quarter of the thread's own width squared. */
    static final double SPECK_MM2 = 0.04;

    private Visible() {}

    /** The visible area of each piece, empty where it is wholly hidden. */
    public static List<Geometry> of(List<PaintedPiece> pieces, Runnable betweenPieces) {
        STRtree index = new STRtree();
        for (int i = 0; i < pieces.size(); i++) {
            index.insert(pieces.get(i).area().getEnvelopeInternal(), i);
        }
        PreparedGeometry[] prepared = new PreparedGeometry[pieces.size()];
        List<Geometry> visible = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            betweenPieces.run();
            visible.add(visible(pieces, i, index, prepared));
        }
        return visible;
    }

    private static Geometry visible(List<PaintedPiece> pieces, int piece, STRtree index, PreparedGeometry[] prepared) {
        Geometry area = pieces.get(piece).area();
        Envelope box = area.getEnvelopeInternal();
        List<Geometry> above = new ArrayList<>();
        for (Object found : index.query(box)) {
            int j = (Integer) found;
            if (j > piece) {
                PreparedGeometry cover = prepared[j];
                if (cover == null) {
                    cover = PreparedGeometryFactory.prepare(pieces.get(j).area());
                    prepared[j] = cover;
                }
                if (cover.covers(area)) {
                    return Grid.FACTORY.createPolygon();
                }
                if (cover.intersects(area)) {
                    above.add(pieces.get(j).area());
                }
            }
        }
        if (above.isEmpty()) {
            return area;
        }
        Patchwork work = new Patchwork().add(0, area);
        for (Geometry cover : above) {
            work.add(1, cover, box);
        }
        return Grid.areas(work.where(layers -> layers == 1), SPECK_MM2);
    }
}
