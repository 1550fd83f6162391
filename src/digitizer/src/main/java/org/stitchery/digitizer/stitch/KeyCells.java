package org.stitchery.digitizer.stitch;

import java.util.Arrays;

/**
 * Which of the cells still to be sewn hold the others together: articulation points of the cell graph, found in one
 * depth-first search (Hopcroft and Tarjan 1973). Sewing such a cell would leave parts that can no longer be reached
 * under rows to come. Written without recursion: drawings decide how deep it goes.
 */
final class KeyCells {

    private final Cells cells;
    private final int[] entered;
    private final int[] low;
    private final int[] parent;
    private final int[] at;
    private final int[] stack;
    private final boolean[] key;

    KeyCells(Cells cells) {
        this.cells = cells;
        int n = cells.count();
        entered = new int[n];
        low = new int[n];
        parent = new int[n];
        at = new int[n];
        stack = new int[n];
        key = new boolean[n];
    }

    /** Looks again, at the unsewn cells connected with {@code root}. */
    void find(int root, CellWays ways) {
        Arrays.fill(entered, 0);
        Arrays.fill(key, false);
        int clock = 0;
        int depth = 0;
        int rootChildren = 0;
        stack[0] = root;
        parent[root] = -1;
        entered[root] = ++clock;
        low[root] = clock;
        at[root] = 0;
        while (depth >= 0) {
            int cell = stack[depth];
            int next = neighbour(cell, at[cell]++);
            if (next == -1) {
                depth--;
                if (depth >= 0) {
                    int up = stack[depth];
                    low[up] = Math.min(low[up], low[cell]);
                    if (up != root && low[cell] >= entered[up]) {
                        key[up] = true;
                    }
                }
            } else if (!ways.sewn(next)) {
                if (entered[next] == 0) {
                    if (cell == root) {
                        rootChildren++;
                    }
                    parent[next] = cell;
                    entered[next] = ++clock;
                    low[next] = clock;
                    at[next] = 0;
                    stack[++depth] = next;
                } else if (next != parent[cell]) {
                    low[cell] = Math.min(low[cell], entered[next]);
                }
            }
        }
        key[root] = rootChildren > 1;
    }

    private int neighbour(int cell, int n) {
        int[] up = cells.beyond(2 * cell);
        if (n < up.length) {
            return up[n] >> 1;
        }
        int[] down = cells.beyond(2 * cell + 1);
        return n - up.length < down.length ? down[n - up.length] >> 1 : -1;
    }

    /** True when the cell was found and others depend on it. */
    boolean isKey(int cell) {
        return key[cell];
    }

    /** True when the cell hangs together with the root. */
    boolean found(int cell) {
        return entered[cell] > 0;
    }
}
