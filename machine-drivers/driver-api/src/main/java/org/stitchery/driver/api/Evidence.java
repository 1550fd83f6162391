package org.stitchery.driver.api;

/** How sure we are of progress, weakest first. */
public enum Evidence {
    /** The operating system took the bytes. */
    ACCEPTED_BY_SYSTEM,
    /** The bytes left at the pace of the line. */
    ON_THE_WIRE,
    /** The machine answered for them. */
    ACKNOWLEDGED,
    /** The machine says the needle did it. */
    EXECUTED
}
