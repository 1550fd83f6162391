package org.stitchery.digitizer.stitch;

import org.jspecify.annotations.Nullable;

/** Knows where a thread may run on without being seen. */
@FunctionalInterface
public interface Passage {

    /** Knows no way: every move is a cut. */
    Passage NONE = (fromX, fromY, toX, toY) -> null;

    /**
     * A way from one place on the page to another that no eye will see once all is sewn.
     *
     * @return x and y in turn, from the first place to the last, or null when only a cut will do
     */
    double @Nullable [] way(double fromX, double fromY, double toX, double toY);
}
