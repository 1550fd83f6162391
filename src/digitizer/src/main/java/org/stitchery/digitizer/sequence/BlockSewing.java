package org.stitchery.digitizer.sequence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.stitchery.digitizer.classify.StitchObject;
import org.stitchery.digitizer.fabric.FabricRecipe;
import org.stitchery.digitizer.stitch.Piece;
import org.stitchery.digitizer.stitch.Strand;

/**
 * Sews everything of one block. From each piece the thread goes on to the one that is nearest by a hidden way, and each
 * piece is told to end where that way begins; only when no piece can be reached unseen is the thread cut.
 */
final class BlockSewing {

    /** A tree is entered where it is to be left, when that is further off than this. */
    private static final double WORTH_MOVING_MM = 1.5;

    /** Any other piece is better to begin with than one that lies over a fill to come. */
    private static final double NOT_READY = 1e6;

    /** And better even than that is one that holds no others together. */
    private static final double HOLDS_OTHERS = 1e7;

    private final List<Piece> pieces;
    private final FabricRecipe recipe;
    private final Runnable pause;
    private final Ground ground;
    private final HiddenGround hidden;
    private final WaySearch search;
    private final PieceMap map;
    private final KeyPieces keys;

    /** The cell where the hidden way begins that a piece is to be left by, and the one where it ends; -1 for none. */
    private int wayFrom = -1;

    private int wayTo = -1;

    BlockSewing(
            List<StitchObject> objects,
            FabricRecipe recipe,
            Ground ground,
            HiddenGround hidden,
            WaySearch search,
            Runnable pause) {
        this.pieces = Piece.of(objects);
        this.recipe = recipe;
        this.pause = pause;
        this.ground = ground;
        this.hidden = hidden;
        this.search = search;
        map = new PieceMap(ground, hidden, pieces);
        keys = KeyPieces.of(ground, hidden, map, pieces.size());
        for (int piece = 0; piece < pieces.size(); piece++) {
            for (int cell : map.cellsOf(piece)) {
                hidden.willCover(cell);
            }
        }
    }

    List<Strand> sew(double fromX, double fromY) {
        Strand.Writer out = new Strand.Writer(hidden);
        double[] at = {fromX, fromY};
        keys.find(map, -1);
        int piece = nearest(at);
        while (piece >= 0) {
            pause.run();
            keys.find(map, piece);
            double[] exit = exit(piece);
            sew(piece, exit, at, out);
            map.sew(piece);
            for (int cell : map.cellsOf(piece)) {
                hidden.covered(cell);
            }
            boolean trim = pieces.get(piece).trimAfter();
            piece = -1;
            if (trim && out.threaded()) {
                at = new double[] {out.x(), out.y()};
            } else if (out.threaded()) {
                at = new double[] {out.x(), out.y()};
                piece = reached(at, out);
            }
            if (piece < 0) {
                out.cut();
                piece = nearest(at);
            }
        }
        return out.strands();
    }

    /** Where a piece is best left: where the hidden way to its nearest neighbour begins. */
    private double @Nullable [] exit(int piece) {
        wayTo = next(map.cellsOf(piece), piece);
        wayFrom = wayTo < 0 ? -1 : search.source();
        return wayTo < 0 ? null : new double[] {ground.x(wayFrom), ground.y(wayFrom)};
    }

    /** A cell of the piece to be sewn next, -1 when none can be reached unseen. */
    private int next(int[] sources, int after) {
        return search.find(hidden, sources, new NextPieces(map, keys, pieces.size(), after, hidden, sources));
    }

    private void sew(int number, double @Nullable [] exit, double[] at, Strand.Writer out) {
        Piece piece = pieces.get(number);
        double[] near = out.threaded() || exit == null ? at : exit;
        if (out.threaded()) {
            near = new double[] {out.x(), out.y()};
            if (piece instanceof Piece.Tree tree
                    && !tree.oneWay()
                    && exit != null
                    && distance(near, exit) > WORTH_MOVING_MM) {
                double[] way = hidden.way(near[0], near[1], exit[0], exit[1]);
                if (way != null) {
                    out.goTo(exit[0], exit[1]);
                    near = exit;
                }
            }
        } else if (piece instanceof Piece.Fill) {
            near = at;
        }
        piece.sew(near, exit == null ? near : exit, recipe, out);
    }

    /** Travels to the nearest piece that can be reached unseen. */
    private int reached(double[] at, Strand.Writer out) {
        int source = hidden.near(at[0], at[1]);
        if (source < 0) {
            return -1;
        }
        // A piece left where it was to be left goes on as was found then; otherwise another may be nearer now.
        int cell = source == wayFrom && search.find(hidden, source, wayTo) ? wayTo : next(new int[] {source}, -1);
        if (cell < 0) {
            return -1;
        }
        int piece = map.pieceAt(cell);
        out.goTo(ground.x(cell), ground.y(cell));
        return piece;
    }

    /** The nearest piece as the crow flies, best one that waits for no other; -1 when all are sewn. */
    private int nearest(double[] at) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < pieces.size(); i++) {
            if (!map.sewn(i)) {
                double away = distance(pieces.get(i), at)
                        + (map.waitsFor(i) == 0 ? 0 : NOT_READY)
                        + (keys.isKey(i) ? HOLDS_OTHERS : 0);
                if (away < least) {
                    least = away;
                    best = i;
                }
            }
        }
        return best;
    }

    private static double distance(Piece piece, double[] at) {
        if (piece instanceof Piece.Fill fill) {
            Envelope box = fill.fill().area().getEnvelopeInternal();
            double dx = Math.max(0, Math.max(box.getMinX() - at[0], at[0] - box.getMaxX()));
            double dy = Math.max(0, Math.max(box.getMinY() - at[1], at[1] - box.getMaxY()));
            return Math.sqrt(dx * dx + dy * dy);
        }
        double least = Double.POSITIVE_INFINITY;
        if (piece instanceof Piece.Tree tree) {
            double[] places = tree.places();
            for (int p = 0; p < places.length; p += 2) {
                least = Math.min(least, distance(at, new double[] {places[p], places[p + 1]}));
            }
        }
        return least;
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
    }
}
