package org.stitchery.plugin.host;

/** What a driver may ask of a file place. Goes by name. */
public enum ErrandKind {
    LOOK,
    LIST,
    WRITE,
    RENAME,
    REMOVE;

    /** Whether it changes what lies at the place. */
    public boolean changes() {
        return this == WRITE || this == RENAME || this == REMOVE;
    }
}
