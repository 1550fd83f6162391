package org.stitchery.digitizer;

import java.util.concurrent.CancellationException;

/** Hears how far long work has come, and may end it. Called on the working thread. */
@FunctionalInterface
public interface Progress {

    /** Ignores progress and never cancels. */
    Progress NONE = fraction -> {};

    /**
     * @param fraction 0 to 1, never falling
     * @throws CancellationException to end the work at the next safe place
     */
    void at(double fraction);
}
