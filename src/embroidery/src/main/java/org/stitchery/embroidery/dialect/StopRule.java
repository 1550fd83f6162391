package org.stitchery.embroidery.dialect;

/** What becomes of a stop for the operator in a format that has one code for stop and colour change. */
public enum StopRule {
    /** Written as a colour change, so the machine stops; it may take the next needle, too. */
    AS_COLOR_CHANGE,
    /** Left out and told: for machines that would sew on with the wrong needle. */
    LEFT_OUT
}
