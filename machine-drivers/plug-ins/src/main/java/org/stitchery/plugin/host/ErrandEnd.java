package org.stitchery.plugin.host;

/** How an errand ended. Goes by name. */
public enum ErrandEnd {
    /** With a result. */
    DONE,
    /** The place turned it down: reason and sentence follow. */
    REFUSED,
    /** The link is gone: a sentence follows. */
    LOST
}
