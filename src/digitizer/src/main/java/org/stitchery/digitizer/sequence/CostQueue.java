package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * Cells by what it costs to reach them, in whole units, cheapest first: one list for each cost (Dial 1969, "Algorithm
 * 360: shortest-path forest with topological ordering"). Of equal ones the first comes first, so that a search goes on
 * evenly, or the last, which lets one that aims at a place run straight on. The lists are threaded through one array in
 * the order they grow, so that adding touches little memory.
 */
final class CostQueue {

    private static final int END = -1;

    private final int[] first;
    private final int[] end;
    private int[] cells = new int[1024];
    private int[] next = new int[1024];
    private int size;
    private int current;
    private int last;
    private boolean lastFirst;

    /** @param most what a cell may cost at most */
    CostQueue(int most) {
        first = new int[most + 1];
        end = new int[most + 1];
        Arrays.fill(first, END);
    }

    /** Begins anew. */
    void clear(boolean lastOfEqualsFirst) {
        Arrays.fill(first, current, last + 1, END);
        size = 0;
        current = 0;
        last = 0;
        lastFirst = lastOfEqualsFirst;
    }

    /** Adds a cell that costs no less than the one last polled. */
    void add(int cell, int cost) {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        cells[size] = cell;
        if (lastFirst || first[cost] == END) {
            next[size] = first[cost];
            first[cost] = size;
        } else {
            next[size] = END;
            next[end[cost]] = size;
        }
        end[cost] = size++;
        last = Math.max(last, cost);
    }

    /** The next cell, -1 when there is none. */
    int poll() {
        while (first[current] == END) {
            if (current == last) {
                return -1;
            }
            current++;
        }
        int top = first[current];
        first[current] = next[top];
        return cells[top];
    }
}
