package org.stitchery.service.telemetry;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What may be told now. Confined to the telemetry thread. */
interface Facts {

    /** What is true of a machine that this node speaks for; empty for another node's. */
    Optional<MachineFacts> of(UUID machineId);

    /** All machines that this node speaks for. */
    List<MachineFacts> all();

    /** Ids of all machines of the shop. */
    List<UUID> ids();
}
