package org.stitchery.service.production;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * Which run a command is for, and in which version the person saw it.
 *
 * @param runId the run
 * @param seenVersion the version on the person's screen; when given and no longer true, the command is refused with 409
 */
public record RunRef(UUID runId, OptionalInt seenVersion) {

    /** Whatever its version: for commands that must always get through, such as abort. */
    public static RunRef of(UUID runId) {
        return new RunRef(runId, OptionalInt.empty());
    }

    /** As the person saw it. */
    public static RunRef seen(UUID runId, int version) {
        return new RunRef(runId, OptionalInt.of(version));
    }
}
