package org.stitchery.embroidery.model;

/**
 * A design in numbers.
 *
 * @param stitches needle penetrations
 * @param jumps moves with the needle up
 * @param trims thread cuts
 * @param colorChanges changes to the next thread; there is one more colour block than that
 * @param stops stops for the operator
 * @param extents the box around all penetrations
 * @param longestStitchMm the longest move that ends in a penetration, 0 without stitches
 * @param shortestStitchMm the shortest one that is not zero, 0 without any
 */
public record DesignSummary(
        int stitches,
        int jumps,
        int trims,
        int colorChanges,
        int stops,
        Extents extents,
        double longestStitchMm,
        double shortestStitchMm) {

    /** Counts and measures a pattern. */
    public static DesignSummary of(StitchPattern pattern) {
        long longest = 0;
        long shortest = Long.MAX_VALUE;
        int x = 0;
        int y = 0;
        boolean first = true;
        for (int i = 0; i < pattern.size(); i++) {
            long dx = (long) pattern.x(i) - x;
            long dy = (long) pattern.y(i) - y;
            long squared = dx * dx + dy * dy;
            if (pattern.command(i) == StitchCommand.STITCH) {
                if (!first && squared > 0) {
                    longest = Math.max(longest, squared);
                    shortest = Math.min(shortest, squared);
                }
                first = false;
            }
            x = pattern.x(i);
            y = pattern.y(i);
        }
        return new DesignSummary(
                pattern.count(StitchCommand.STITCH),
                pattern.count(StitchCommand.JUMP),
                pattern.count(StitchCommand.TRIM),
                pattern.count(StitchCommand.COLOR_CHANGE),
                pattern.count(StitchCommand.STOP),
                pattern.extents(),
                Math.sqrt((double) longest) / 10,
                shortest == Long.MAX_VALUE ? 0 : Math.sqrt((double) shortest) / 10);
    }

    /** Colour blocks: the colour changes and the thread that is on at the start. */
    public int colorBlocks() {
        return colorChanges + 1;
    }
}
