package org.stitchery.service.artwork;

/** How far a drawing has come. */
public enum ArtworkState {
    /** Its bytes are kept. */
    RECEIVED,
    /** It is being read in a worker process. */
    CHECKING,
    /** It cannot be sewn; says why. */
    REJECTED,
    /** Good to be digitized. */
    ACCEPTED
}
