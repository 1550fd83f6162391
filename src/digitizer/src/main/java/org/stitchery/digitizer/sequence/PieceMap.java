package org.stitchery.digitizer.sequence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.stitchery.digitizer.stitch.Piece;

/**
 * Where on the ground the pieces of one block lie: the cells where each may be entered, and which pieces must wait
 * because a fill lies below them.
 */
final class PieceMap {

    private static final int NONE = -1;

    private final Ground ground;
    private final int[] pieceAt;
    private final int[][] cellsOf;
    private final int[] waitsFor;
    private final List<List<Integer>> above = new ArrayList<>();
    private final boolean[] sewn;
    private final int[][] stretchesOf;

    PieceMap(Ground ground, HiddenGround hidden, List<Piece> pieces) {
        this.ground = ground;
        int n = pieces.size();
        pieceAt = new int[ground.cells()];
        Arrays.fill(pieceAt, NONE);
        cellsOf = new int[n][];
        waitsFor = new int[n];
        sewn = new boolean[n];
        for (int i = 0; i < n; i++) {
            above.add(new ArrayList<>());
            if (pieces.get(i) instanceof Piece.Fill fill) {
                int piece = i;
                Cells cells = new Cells();
                ground.runsWithin(fill.fill().area(), (from, to) -> {
                    cells.run(from, to);
                    Arrays.fill(pieceAt, from, to, piece);
                });
                cellsOf[i] = cells.all();
            }
        }
        BitSet marked = new BitSet(pieceAt.length);
        for (int i = 0; i < n; i++) {
            if (pieces.get(i) instanceof Piece.Tree tree) {
                cellsOf[i] = tree(i, tree.strokes(), marked);
            }
        }
        stretchesOf = stretches(hidden, enter(hidden, pieces));
    }

    /** The stretches of hidden ground from where each piece may be entered. */
    private int[][] stretches(HiddenGround hidden, int[][] entriesOf) {
        int pieces = entriesOf.length;
        Cells[] found = new Cells[pieces];
        for (int piece = 0; piece < pieces; piece++) {
            for (int at : entriesOf[piece]) {
                int stretch = pieceAt[at] == piece ? hidden.stretch(at) : -1;
                if (stretch >= 0) {
                    if (found[piece] == null) {
                        found[piece] = new Cells();
                    }
                    found[piece].addOnce(stretch);
                }
            }
        }
        int[][] stretches = new int[pieces][];
        for (int piece = 0; piece < pieces; piece++) {
            stretches[piece] = found[piece] == null ? new int[0] : found[piece].distinct();
        }
        return stretches;
    }

    /** The stretches of hidden ground from where a piece may be entered. */
    int[] stretchesOf(int piece) {
        return stretchesOf[piece];
    }

    /** Covered cells of a tree; fills below it come first. */
    private int[] tree(int piece, double[] strokes, BitSet marked) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (int k = 0; k < strokes.length; k += 4) {
            double dx = strokes[k + 2] - strokes[k];
            double dy = strokes[k + 3] - strokes[k + 1];
            int steps = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / ground.cellMm());
            for (int s = 0; s < steps; s++) {
                double t = (s + 0.5) / steps;
                int cell = ground.at(strokes[k] + dx * t, strokes[k + 1] + dy * t);
                marked.set(cell);
                first = Math.min(first, cell);
                last = Math.max(last, cell);
            }
        }
        Cells cells = new Cells();
        for (int cell = last < 0 ? -1 : first; cell >= 0; cell = marked.nextSetBit(cell + 1)) {
            cells.add(cell);
        }
        if (last >= 0) {
            marked.clear(first, last + 1);
        }
        int[] covered = cells.all();
        Cells below = new Cells();
        for (int cell : covered) {
            if (pieceAt[cell] != NONE) {
                below.addOnce(pieceAt[cell]);
            }
        }
        int[] fills = below.distinct();
        for (int fill : fills) {
            above.get(fill).add(piece);
        }
        waitsFor[piece] = fills.length;
        return covered;
    }

    /** Enters trees where they may be entered; small ones last, so that large ones leave them room. All such cells. */
    private int[][] enter(HiddenGround hidden, List<Piece> pieces) {
        int[][] entriesOf = cellsOf.clone();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            order.add(i);
        }
        order.sort((a, b) -> cellsOf[b].length != cellsOf[a].length
                ? Integer.compare(cellsOf[b].length, cellsOf[a].length)
                : Integer.compare(a, b));
        for (int i : order) {
            if (pieces.get(i) instanceof Piece.Tree tree) {
                Cells entries = new Cells();
                double[] places = tree.places();
                for (int p = 0; p < places.length; p += 2) {
                    int at = hidden.near(places[p], places[p + 1]);
                    if (at >= 0) {
                        pieceAt[at] = i;
                        entries.addOnce(at);
                    }
                }
                entriesOf[i] = entries.all();
            }
        }
        return entriesOf;
    }

    /** The piece that may be entered in a cell; -1 for none. */
    int pieceAt(int at) {
        return pieceAt[at];
    }

    /** How many fills below a piece are not sewn yet. */
    int waitsFor(int piece) {
        return waitsFor[piece];
    }

    /** The pieces that wait for a fill, each once. */
    List<Integer> above(int fill) {
        return above.get(fill);
    }

    boolean sewn(int piece) {
        return sewn[piece];
    }

    /** Cells a piece covers. */
    int[] cellsOf(int piece) {
        return cellsOf[piece];
    }

    void sew(int piece) {
        sewn[piece] = true;
        for (int upper : above.get(piece)) {
            waitsFor[upper]--;
        }
    }

    /** A growing list. */
    private static final class Cells {

        private int[] at = new int[64];
        private int size;

        void add(int cell) {
            at = size == at.length ? Arrays.copyOf(at, 2 * size) : at;
            at[size++] = cell;
        }

        void run(int from, int to) {
            at = size + to - from > at.length ? Arrays.copyOf(at, 2 * (size + to - from)) : at;
            for (int cell = from; cell < to; cell++) {
                at[size++] = cell;
            }
        }

        /** Takes no number twice in turn. */
        void addOnce(int number) {
            if (size == 0 || at[size - 1] != number) {
                add(number);
            }
        }

        int[] all() {
            return Arrays.copyOf(at, size);
        }

        int[] distinct() {
            Arrays.sort(at, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || at[kept - 1] != at[i]) {
                    at[kept++] = at[i];
                }
            }
            return Arrays.copyOf(at, kept);
        }
    }
}
