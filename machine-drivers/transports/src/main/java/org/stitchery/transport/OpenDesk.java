package org.stitchery.transport;

import org.jspecify.annotations.Nullable;

/** A desk that is open and ours. */
public non-sealed interface OpenDesk extends OpenLink {

    /** The next question that still waits, null for none. Never blocks. */
    @Nullable
    DeskVisit next();

    /** Stops every answer that is under way and longer than that, in bytes. */
    void cutAnswers(int longerThan);
}
