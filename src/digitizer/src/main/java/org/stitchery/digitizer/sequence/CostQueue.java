package org.stitchery.digitizer.sequence;

import java.util.Arrays;

/**
 * Cells by what it costs to reach them, cheapest first, and of equal ones the lower number: a ring of buckets of equal
 * width (Dial 1969), each sorted when its turn comes. Nothing may be added to a bucket once its turn has come, so the
 * width must be less than any step costs; and no step may lead all the way around.
 */
final class CostQueue {

    private final double perMm;
    private final long[][] buckets;
    private final int[] sizes;
    private int current;
    private int taken;
    private int last;
    private float cost;

    /**
     * @param least what a step costs at least
     * @param most what a step costs at most
     */
    CostQueue(double least, double most) {
        // Narrow buckets are short, and short ones quickly sorted.
        perMm = 16 / least;
        int ring = Integer.highestOneBit((int) Math.ceil(most * perMm) + 2) * 2;
        buckets = new long[ring][16];
        sizes = new int[ring];
    }

    void clear() {
        for (int b = current; b <= last; b++) {
            sizes[b & sizes.length - 1] = 0;
        }
        current = 0;
        taken = -1;
        last = 0;
    }

    void add(int cell, float total) {
        int number = (int) (total * perMm);
        int b = number & sizes.length - 1;
        long[] bucket = buckets[b];
        int size = sizes[b];
        if (size == bucket.length) {
            bucket = Arrays.copyOf(bucket, 2 * size);
            buckets[b] = bucket;
        }
        bucket[size] = (long) Float.floatToIntBits(total) << 32 | cell;
        sizes[b] = size + 1;
        last = Math.max(last, number);
    }

    /** The next cell, -1 when there is none; then see {@link #cost}. */
    int poll() {
        int b = current & sizes.length - 1;
        while (taken < 0 || taken == sizes[b]) {
            if (taken >= 0) {
                sizes[b] = 0;
                if (current == last) {
                    return -1;
                }
                current++;
                b = current & sizes.length - 1;
            }
            taken = 0;
            if (sizes[b] > 1) {
                Arrays.sort(buckets[b], 0, sizes[b]);
            }
        }
        long top = buckets[b][taken++];
        cost = Float.intBitsToFloat((int) (top >> 32));
        return (int) top;
    }

    /** What the cell last polled was added with. */
    float cost() {
        return cost;
    }
}
