package org.stitchery.digitizer.fabric;

import java.util.Locale;

/** A kind of foundation stitches, sewn before those that show. */
public enum Underlay {
    /** One run along the middle of a column: all that fits below narrow ones. */
    CENTRE,
    /** Runs inside the edges: they hold the outline. */
    EDGE,
    /** An open zig-zag: it lifts satin off the cloth. */
    ZIGZAG,
    /** Open rows across the direction of the top stitches: they tie the cloth to its backing. */
    ROWS;

    static Underlay of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
