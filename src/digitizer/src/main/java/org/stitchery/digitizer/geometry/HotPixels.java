package org.stitchery.digitizer.geometry;

import java.util.Arrays;

/**
 * The grid's squares that lines are rounded to, each numbered in the order it came: open addressing over their whole
 * coordinates.
 */
final class HotPixels {

    private int[] x;
    private int[] y;
    private boolean[] node;
    private int size;
    private int[] table;

    HotPixels(int expected) {
        x = new int[expected];
        y = new int[expected];
        node = new boolean[expected];
        table = new int[Math.max(16, Integer.highestOneBit(expected) * 4)];
        Arrays.fill(table, -1);
    }

    /** The number of the square, which is made when there is none. */
    int of(int px, int py) {
        int slot = slot(px, py);
        while (table[slot] >= 0) {
            int there = table[slot];
            if (x[there] == px && y[there] == py) {
                return there;
            }
            slot = slot + 1 & table.length - 1;
        }
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            node = Arrays.copyOf(node, 2 * size);
        }
        x[size] = px;
        y[size] = py;
        table[slot] = size++;
        if (2 * size > table.length) {
            table = new int[2 * table.length];
            Arrays.fill(table, -1);
            for (int i = 0; i < size; i++) {
                int free = slot(x[i], y[i]);
                while (table[free] >= 0) {
                    free = free + 1 & table.length - 1;
                }
                table[free] = i;
            }
        }
        return size - 1;
    }

    private int slot(int px, int py) {
        int mixed = px * 0x9E3779B1 ^ py * 0x85EBCA6B;
        mixed ^= mixed >>> 15;
        return mixed * 0x2C1B3C6D >>> 7 & table.length - 1;
    }

    int size() {
        return size;
    }

    int x(int pixel) {
        return x[pixel];
    }

    int y(int pixel) {
        return y[pixel];
    }

    /** True where lines meet, so that all of them end there. */
    boolean isNode(int pixel) {
        return node[pixel];
    }

    void meet(int pixel) {
        node[pixel] = true;
    }
}
