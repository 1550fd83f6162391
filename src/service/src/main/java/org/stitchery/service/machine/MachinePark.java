package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The machines of the shop. */
@ApplicationScoped
public class MachinePark {

    /** All machines by name. */
    public List<MachineView> all() {
        return List.of();
    }

    /** One machine. */
    public Optional<MachineView> find(UUID machineId) {
        return Optional.empty();
    }
}
