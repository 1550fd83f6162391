package org.stitchery.embroidery.format;

/**
 * How to understand a file whose records can be read in two ways.
 *
 * @param infersTrims true reads a run of jumps as a cut where the machine would cut, and drops jumps that go nowhere;
 *     false gives the records as they are
 * @param jumpsPerTrim so many jumps in a row are a cut, 2 to 8, as set on the machine; usually 3
 */
public record ReadOptions(boolean infersTrims, int jumpsPerTrim) {

    /** The machine setting met most often. */
    public static final int USUAL_JUMPS_PER_TRIM = 3;

    /** The fewest that machines offer. */
    public static final int FEWEST_JUMPS_PER_TRIM = 2;

    /** The most that machines offer. */
    public static final int MOST_JUMPS_PER_TRIM = 8;

    public ReadOptions {
        requireJumpsPerTrim(jumpsPerTrim);
    }

    /** As a machine understands it: cuts inferred from three jumps in a row. */
    public static ReadOptions cooked() {
        return new ReadOptions(true, USUAL_JUMPS_PER_TRIM);
    }

    /** As a machine set to another number of jumps understands it. */
    public static ReadOptions cooked(int jumpsPerTrim) {
        return new ReadOptions(true, jumpsPerTrim);
    }

    /** Record by record, nothing inferred. */
    public static ReadOptions raw() {
        return new ReadOptions(false, USUAL_JUMPS_PER_TRIM);
    }

    /** Machines offer 2 to 8. */
    static void requireJumpsPerTrim(int jumpsPerTrim) {
        if (jumpsPerTrim < FEWEST_JUMPS_PER_TRIM || jumpsPerTrim > MOST_JUMPS_PER_TRIM) {
            throw new IllegalArgumentException("Jumps per trim must be 2 to 8, got " + jumpsPerTrim);
        }
    }
}
