package org.stitchery.service.artwork;

/** How far a request for stitches has come. */
public enum ProofState {
    /** Its stitches are being made, or will be. */
    DIGITIZING,
    /** No stitches came of it; says why. */
    DIGITIZE_FAILED,
    /** There is something to look at. */
    PROOF_READY,
    /** The customer wants exactly this. */
    PROOF_APPROVED
}
