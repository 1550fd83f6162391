package org.stitchery.embroidery.format;

/**
 * The dialect a machine wants. A format takes from it what concerns it.
 *
 * @param trims false leaves cuts out, for machines without a trimmer, which may mistake them for movements
 * @param jumpsPerTrim where a cut is written as jumps, so many of them, 2 to 8, as set on the machine
 * @param countsAtLeastOneColor true writes 1 where a header counts colour changes and there are none: some home
 *     machines refuse a DST that says 0
 * @param threadsInHeader true adds thread colours where a format has a customary place that machines do not read, such
 *     as the {@code TC:} lines of a DST
 * @param version of a format that has several, such as 6 for PES; 0 for the one most machines take
 */
public record WriteOptions(
        boolean trims, int jumpsPerTrim, boolean countsAtLeastOneColor, boolean threadsInHeader, int version) {

    public WriteOptions {
        ReadOptions.requireJumpsPerTrim(jumpsPerTrim);
    }

    /** What most machines understand. */
    public static WriteOptions usual() {
        return new WriteOptions(true, ReadOptions.USUAL_JUMPS_PER_TRIM, false, false, 0);
    }

    /** With cuts, or without. */
    public WriteOptions withTrims(boolean newTrims) {
        return new WriteOptions(newTrims, jumpsPerTrim, countsAtLeastOneColor, threadsInHeader, version);
    }

    /** With another number of jumps for a cut. */
    public WriteOptions withJumpsPerTrim(int newJumpsPerTrim) {
        return new WriteOptions(trims, newJumpsPerTrim, countsAtLeastOneColor, threadsInHeader, version);
    }

    /** For machines that refuse a count of no colours, or not. */
    public WriteOptions withCountsAtLeastOneColor(boolean newCountsAtLeastOneColor) {
        return new WriteOptions(trims, jumpsPerTrim, newCountsAtLeastOneColor, threadsInHeader, version);
    }

    /** With thread colours in the header, or not. */
    public WriteOptions withThreadsInHeader(boolean newThreadsInHeader) {
        return new WriteOptions(trims, jumpsPerTrim, countsAtLeastOneColor, newThreadsInHeader, version);
    }

    /** In this version of the format; 0 for the one most machines take. */
    public WriteOptions withVersion(int newVersion) {
        return new WriteOptions(trims, jumpsPerTrim, countsAtLeastOneColor, threadsInHeader, newVersion);
    }
}
