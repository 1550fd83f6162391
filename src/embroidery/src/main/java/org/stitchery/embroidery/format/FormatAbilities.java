package org.stitchery.embroidery.format;

/**
 * What a file of a format can hold. A writer tells a finding for everything a pattern has and its format has not.
 *
 * @param threads how thread colours are stored
 * @param trims how thread cuts are stored
 * @param stops true when a stop for the operator differs from a colour change
 * @param nameLength the longest design name in characters, 0 when none is stored
 * @param longestMoveTenths the furthest one record reaches on each axis, in tenths of a millimetre
 * @param gridTenths the step between storable positions, in tenths of a millimetre; 1 keeps every position exactly
 * @param mostNeedles the highest needle number there is a code for, 0 when needles are not stored
 * @param hoop true when a file names the hoop it is for
 */
public record FormatAbilities(
        Threads threads,
        Trims trims,
        boolean stops,
        int nameLength,
        int longestMoveTenths,
        double gridTenths,
        int mostNeedles,
        boolean hoop) {

    public FormatAbilities {
        if (nameLength < 0 || mostNeedles < 0 || longestMoveTenths < 1 || !(gridTenths > 0)) {
            throw new IllegalArgumentException("Impossible abilities: name length " + nameLength + ", longest move "
                    + longestMoveTenths + ", grid " + gridTenths);
        }
    }

    /** Of a format that stores neither needles nor a hoop. */
    public FormatAbilities(
            Threads threads, Trims trims, boolean stops, int nameLength, int longestMoveTenths, double gridTenths) {
        this(threads, trims, stops, nameLength, longestMoveTenths, gridTenths, 0, false);
    }

    /** Of a format that has codes for so many needles. */
    public FormatAbilities withNeedles(int most) {
        return new FormatAbilities(threads, trims, stops, nameLength, longestMoveTenths, gridTenths, most, hoop);
    }

    /** Of a format whose files name their hoop. */
    public FormatAbilities withHoop() {
        return new FormatAbilities(threads, trims, stops, nameLength, longestMoveTenths, gridTenths, mostNeedles, true);
    }

    /** How thread colours are stored. */
    public enum Threads {
        /** Not at all: the operator threads the machine by a list beside the file. */
        NONE,
        /** As needle numbers. */
        NEEDLES,
        /** As numbers in the maker's chart. */
        CHART,
        /** As red, green and blue. */
        RGB
    }

    /** How thread cuts are stored. */
    public enum Trims {
        /** Not at all. */
        NONE,
        /** As several jumps in a row, which the machine understands as a cut. */
        BY_JUMPS,
        /** As a record of their own. */
        EXPLICIT
    }
}
