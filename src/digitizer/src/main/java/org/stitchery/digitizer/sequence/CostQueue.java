package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * Cells by what it costs to reach them, cheapest first, and of equal ones the lower number: buckets of equal width
 * (Dial 1969), each sorted when its turn comes. Nothing may be added to a bucket once its turn has come, so that the
 * width must be less than any step costs.
 */
final class CostQueue {

    private final double width;
    private final long[][] buckets;
    private final int[] sizes;
    private int current;
    private int taken;
    private int filled;
    private float cost;

    /**
     * @param width of a bucket
     * @param most no cell costs more
     */
    CostQueue(double width, double most) {
        this.width = width;
        buckets = new long[(int) (most / width) + 2][];
        sizes = new int[buckets.length];
        current = -1;
    }

    void clear() {
        for (int b = Math.max(0, current); b < filled; b++) {
            sizes[b] = 0;
        }
        current = -1;
        taken = 0;
        filled = 0;
    }

    void add(int cell, float total) {
        int b = (int) (total / width);
        long[] bucket = buckets[b];
        if (bucket == null) {
            bucket = new long[64];
            buckets[b] = bucket;
        } else if (sizes[b] == bucket.length) {
            bucket = Arrays.copyOf(bucket, 2 * bucket.length);
            buckets[b] = bucket;
        }
        bucket[sizes[b]++] = (long) Float.floatToIntBits(total) << 32 | cell;
        filled = Math.max(filled, b + 1);
    }

    /** The next cell, -1 when there is none; then see {@link #cost}. */
    int poll() {
        while (current < 0 || taken == sizes[current]) {
            if (current >= 0) {
                sizes[current] = 0;
            }
            if (current + 1 >= filled) {
                return -1;
            }
            current++;
            taken = 0;
            Arrays.sort(buckets[current] == null ? NONE : buckets[current], 0, sizes[current]);
        }
        long top = buckets[current][taken++];
        cost = Float.intBitsToFloat((int) (top >> 32));
        return (int) top;
    }

    private static final long[] NONE = {};

    /** What the cell last polled was added with. */
    float cost() {
        return cost;
    }
}
