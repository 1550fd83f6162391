package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * Which of the pieces still to be sewn hold the others together.
 *
 * <p>A thread passes unseen below pieces still to come, and below what other threads will cover later. So the pieces of
 * a block, and the stretches of such ground between them, form a graph; a piece once sewn is gone from it. As long as
 * the rest hangs together there is a hidden way to all of it. Pieces whose loss would divide it are its articulation
 * points (Hopcroft and Tarjan 1973), and are better left for later: leaves first, as a tree is pruned.
 */
final class KeyPieces {

    /** Of fewer pieces none can lie between two others. */
    private static final int FEWEST = 3;

    private final int pieces;
    private final int[][] links;
    private final int[] entered;
    private final int[] low;
    private final int[] held;
    private final int[] at;
    private final int[] stack;
    private final boolean[] key;

    private KeyPieces(int pieces, int[][] links) {
        this.pieces = pieces;
        this.links = links;
        entered = new int[links.length];
        low = new int[links.length];
        held = new int[links.length];
        at = new int[links.length];
        stack = new int[links.length];
        key = new boolean[links.length];
    }

    /** The graph of what lies side by side on the ground, or on top of each other. */
    static KeyPieces of(Ground ground, HiddenGround hidden, PieceMap map, int pieces) {
        if (pieces < FEWEST) {
            return new KeyPieces(pieces, new int[pieces][0]);
        }
        int[] label = new int[ground.cells()];
        Arrays.fill(label, -1);
        Links links = new Links();
        for (int piece = 0; piece < pieces; piece++) {
            for (int cell : map.cellsOf(piece)) {
                if (hidden.costAt(cell) != Float.POSITIVE_INFINITY) {
                    links.add(label[cell], piece);
                    label[cell] = piece;
                }
            }
        }
        int nodes = stretches(ground, hidden, label, pieces);
        neighbours(ground, label, links);
        return new KeyPieces(pieces, links.of(nodes));
    }

    /** Links what touches, over edges or corners: runs of one label with those beside them and in the line above. */
    private static void neighbours(Ground ground, int[] label, Links links) {
        int columns = ground.columns();
        int[] above = new int[columns + 1];
        int[] here = new int[columns + 1];
        int runsAbove = 0;
        for (int line = 1; line < ground.lines(); line++) {
            int runs = runs(label, line * columns, columns, here);
            int upper = 0;
            for (int run = 0; run < runs; run++) {
                int from = here[run];
                int to = here[run + 1];
                int own = label[line * columns + from];
                if (own < 0) {
                    continue;
                }
                if (run > 0) {
                    links.add(own, label[line * columns + from - 1]);
                }
                while (upper < runsAbove && above[upper + 1] < from) {
                    upper++;
                }
                for (int other = upper; other < runsAbove && above[other] <= to; other++) {
                    links.add(own, label[(line - 1) * columns + above[other]]);
                }
            }
            int[] swap = above;
            above = here;
            here = swap;
            runsAbove = runs;
        }
    }

    /** Where in a line labels change, and its end; how many runs of one label there are. */
    private static int runs(int[] label, int first, int columns, int[] starts) {
        int runs = 0;
        int last = label[first];
        starts[runs++] = 0;
        for (int column = 1; column < columns; column++) {
            if (label[first + column] != last) {
                last = label[first + column];
                starts[runs++] = column;
            }
        }
        starts[runs] = columns;
        return runs;
    }

    /** Labels what is hidden but not part of a piece, each connected stretch with a number of its own. */
    private static int stretches(Ground ground, HiddenGround hidden, int[] label, int first) {
        int columns = ground.columns();
        CellSet hiddenCells = hidden.hidden();
        CellSet free = new CellSet(columns, ground.lines());
        for (int line = 1; line < ground.lines() - 1; line++) {
            int from = hiddenCells.next(line, 0, true);
            while (from < columns) {
                int to = hiddenCells.next(line, from, false);
                for (int column = from; column < to; column++) {
                    int at = line * columns + column;
                    if (label[at] < 0 && hidden.unseen(at)) {
                        free.add(line, column);
                    }
                }
                from = hiddenCells.next(line, to, true);
            }
        }
        Stretches stretches = new Stretches(free);
        for (int line = 1; line < ground.lines() - 1; line++) {
            int from = free.next(line, 0, true);
            while (from < columns) {
                int to = free.next(line, from, false);
                int number = first + stretches.of(line * columns + from);
                Arrays.fill(label, line * columns + from, line * columns + to, number);
                from = free.next(line, to, true);
            }
        }
        return first + stretches.count();
    }

    /** Looks again, with one piece taken as sewn besides those that are. */
    void find(PieceMap map, int without) {
        Arrays.fill(entered, 0);
        Arrays.fill(key, false);
        int clock = 0;
        for (int root = 0; root < pieces; root++) {
            if (entered[root] == 0 && root != without && !map.sewn(root)) {
                clock = findFrom(root, clock, map, without);
            }
        }
    }

    private int findFrom(int root, int before, PieceMap map, int without) {
        int clock = before;
        int depth = 0;
        int rootChildren = 0;
        clock = enter(root, clock, 0);
        while (depth >= 0) {
            int node = stack[depth];
            if (at[node] < links[node].length) {
                int next = links[node][at[node]++];
                if (next < pieces && (next == without || map.sewn(next))) {
                    continue;
                }
                if (entered[next] == 0) {
                    clock = enter(next, clock, ++depth);
                } else {
                    low[node] = Math.min(low[node], entered[next]);
                }
            } else {
                depth--;
                if (depth >= 0) {
                    int up = stack[depth];
                    low[up] = Math.min(low[up], low[node]);
                    held[up] += held[node];
                    if (held[node] > 0 && low[node] >= entered[up]) {
                        key[up] |= up != root;
                        rootChildren += up == root ? 1 : 0;
                    }
                }
            }
        }
        key[root] = rootChildren > 1;
        return clock;
    }

    private int enter(int node, int clock, int depth) {
        entered[node] = clock + 1;
        low[node] = clock + 1;
        held[node] = node < pieces ? 1 : 0;
        at[node] = 0;
        stack[depth] = node;
        return clock + 1;
    }

    /** True when a piece held others together when we last looked. */
    boolean isKey(int piece) {
        return key[piece];
    }

    /** Pairs of neighbours, collected in any order and number. */
    private static final class Links {

        private final long[] lately = new long[1024];
        private long[] pairs = new long[256];
        private int size;

        void add(int a, int b) {
            if (a < 0 || b < 0 || a == b) {
                return;
            }
            long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
            int slot = (int) (pair >> 32) * 31 + (int) pair & lately.length - 1;
            if (lately[slot] == pair) {
                return;
            }
            lately[slot] = pair;
            if (size == pairs.length) {
                size = distinct();
                pairs = size > pairs.length / 2 ? Arrays.copyOf(pairs, 2 * pairs.length) : pairs;
            }
            pairs[size++] = pair;
        }

        private int distinct() {
            Arrays.sort(pairs, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (kept == 0 || pairs[kept - 1] != pairs[i]) {
                    pairs[kept++] = pairs[i];
                }
            }
            return kept;
        }

        int[][] of(int nodes) {
            size = distinct();
            int[] count = new int[nodes];
            for (int i = 0; i < size; i++) {
                count[(int) (pairs[i] >> 32)]++;
                count[(int) pairs[i]]++;
            }
            int[][] links = new int[nodes][];
            for (int node = 0; node < nodes; node++) {
                links[node] = new int[count[node]];
            }
            Arrays.fill(count, 0);
            for (int i = 0; i < size; i++) {
                int a = (int) (pairs[i] >> 32);
                int b = (int) pairs[i];
                links[a][count[a]++] = b;
                links[b][count[b]++] = a;
            }
            return links;
        }
    }
}
