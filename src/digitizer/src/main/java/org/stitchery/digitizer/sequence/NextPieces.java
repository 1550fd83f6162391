package org.stitchery.digitizer.sequence;

import java.util.BitSet;

/**
 * Which piece would be good to sew next: best one that waits for no fill and holds no others together, otherwise one
 * that may lie over a fill to come, as a hairline there is less to be seen than a thread across; and if all hold others
 * together, any.
 */
final class NextPieces implements WaySearch.Goal {

    private static final int GOOD = 0;
    private static final int EARLY = 1;
    private static final int KEY = 2;

    private final PieceMap map;
    private final int[] rank;
    private final int best;

    /**
     * @param sources cells from where the search begins
     * @param after the piece taken as sewn besides those that are, -1 for none
     */
    NextPieces(PieceMap map, KeyPieces keys, int pieces, int after, HiddenGround hidden, int[] sources) {
        this.map = map;
        rank = new int[pieces];
        for (int piece = 0; piece < pieces; piece++) {
            if (map.sewn(piece) || piece == after) {
                rank[piece] = NONE;
            } else if (keys.isKey(piece)) {
                rank[piece] = KEY;
            } else {
                rank[piece] = map.waitsFor(piece) == 0 ? GOOD : EARLY;
            }
        }
        if (after >= 0) {
            for (int upper : map.above(after)) {
                if (rank[upper] == EARLY && map.waitsFor(upper) == 1) {
                    rank[upper] = GOOD;
                }
            }
        }
        BitSet reached = new BitSet(hidden.stretches());
        for (int source : sources) {
            if (hidden.stretch(source) >= 0) {
                reached.set(hidden.stretch(source));
            }
        }
        int least = NONE;
        for (int piece = 0; piece < pieces && least > GOOD; piece++) {
            if (rank[piece] < least) {
                for (int stretch : map.stretchesOf(piece)) {
                    if (reached.get(stretch)) {
                        least = rank[piece];
                    }
                }
            }
        }
        best = least;
    }

    @Override
    public int rank(int cell) {
        int piece = map.pieceAt(cell);
        return piece < 0 ? NONE : rank[piece];
    }

    @Override
    public int best() {
        return best;
    }
}
