package org.stitchery.simulator.machine;

/** What a machine's own stitch counter says, which is not always what the needle did. */
public enum Counter {
    /** The stitch it will sew next. */
    HONEST {
        @Override
        long says(long next, long trims, long seed) {
            return next;
        }
    },
    /** Stands still from some stitch within the first two hundred on. */
    STUCK {
        @Override
        long says(long next, long trims, long seed) {
            return Math.min(next, 1 + Math.floorMod(seed, 200));
        }
    },
    /** Is ahead by some hundreds in every third hundred. */
    JUMPS {
        @Override
        long says(long next, long trims, long seed) {
            return next / 100 % 3 == 2 ? next + 100 + Math.floorMod(seed, 400) : next;
        }
    },
    /** Counts every trim as a stitch. */
    COUNTS_TRIMS {
        @Override
        long says(long next, long trims, long seed) {
            return next + trims;
        }
    };

    /**
     * The number shown.
     *
     * @param next the penetration that will be sewn next
     * @param trims how often the thread was cut in this design
     * @param seed of the machine
     */
    abstract long says(long next, long trims, long seed);
}
