package org.stitchery.service.machine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The latest status of every machine. Safe to read from any thread at any time; never touches the database. */
@ApplicationScoped
public class StatusBoard {

    private final Map<UUID, MachineStatus> latest = new ConcurrentHashMap<>();
    private final Clock clock;

    StatusBoard(Clock clock) {
        this.clock = clock;
    }

    /** What is true of the machine now. */
    public MachineStatus of(UUID machineId) {
        MachineStatus status = latest.get(machineId);
        return status == null ? MachineStatus.unknown(machineId, clock.instant()) : status;
    }

    void put(MachineStatus status) {
        latest.put(status.machineId(), status);
    }

    void forget(UUID machineId) {
        latest.remove(machineId);
    }
}
