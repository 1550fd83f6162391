package org.stitchery.service.machine;

import org.jspecify.annotations.Nullable;

/**
 * What production says about a machine's needle.
 *
 * @param kind in one word
 * @param label label of the attempt that has it, null for none
 * @param detail one sentence for the operator, empty for none
 */
public record Occupancy(Kind kind, @Nullable String label, String detail) {

    /** Nothing is under way. */
    public static final Occupancy FREE = new Occupancy(Kind.FREE, null, "");

    /** Who has the needle. */
    public enum Kind {
        FREE,
        /** A garment is hooped for it. */
        RESERVED,
        /** A run has it. */
        BUSY,
        /** A run has it and a person has to look. */
        ATTENTION
    }
}
