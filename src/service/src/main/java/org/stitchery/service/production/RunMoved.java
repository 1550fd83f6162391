package org.stitchery.service.production;

import java.util.Set;
import java.util.UUID;

/** Within production: a run was changed by this transaction, and these machines may show something else now. */
record RunMoved(UUID runId, Set<UUID> machineIds) {

    RunMoved {
        machineIds = Set.copyOf(machineIds);
    }
}
