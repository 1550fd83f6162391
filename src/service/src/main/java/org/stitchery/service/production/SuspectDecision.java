package org.stitchery.service.production;

/** What a person found in the hoop of a suspect run. */
public sealed interface SuspectDecision {

    /** The needle never went down: the garment is as it was and may be started again. */
    record NotBegun() implements SuspectDecision {}

    /** The design is sewn to its end. */
    record Complete() implements SuspectDecision {}

    /** The garment is lost; a replacement run is made. */
    record Spoiled() implements SuspectDecision {}

    /**
     * The design is sewn up to a stitch and goes on from there, where the driver can.
     *
     * @param stitch first penetration still to be sewn, from 0
     */
    record ResumeAt(int stitch) implements SuspectDecision {

        public ResumeAt {
            if (stitch < 0) {
                throw new IllegalArgumentException("Stitches are counted from 0, got " + stitch);
            }
        }
    }
}
