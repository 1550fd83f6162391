package org.stitchery.service.telemetry;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.machine.MachineSessions;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.machine.StatusBoard;
import org.stitchery.service.production.MachineQueueView;
import org.stitchery.service.production.ProductionFloor;
import org.stitchery.service.production.RunView;

/** The facts that may go out, put together from the floor's news. Confined to the telemetry thread. */
@Singleton
class FactBook implements Facts {

    private final ProductionFloor floor;
    private final StatusBoard board;
    private final MachineSessions sessions;
    private Map<UUID, String> levels = Map.of();
    private Map<UUID, MachineView> machines = Map.of();
    private final Map<UUID, RunFacts> runs = new HashMap<>();

    FactBook(ProductionFloor floor, StatusBoard board, MachineSessions sessions) {
        this.floor = floor;
        this.board = board;
        this.sessions = sessions;
    }

    /** Reads everything anew. Blocking: asks the database. */
    void read() {
        List<MachineQueueView> queues = floor.queues();
        List<MachineView> views = queues.stream().map(MachineQueueView::machine).toList();
        Map<UUID, MachineView> now = new HashMap<>();
        views.forEach(view -> now.put(view.id(), view));
        machines = now;
        levels = TopicNames.of(views);
        for (MachineQueueView queue : queues) {
            RunView atNeedle = queue.suspects().isEmpty()
                    ? queue.current()
                    : queue.suspects().get(0);
            UUID machine = queue.machine().id();
            RunFacts known = runs.get(machine);
            if (atNeedle != null) {
                runs.put(machine, RunFacts.of(atNeedle));
            } else if (known != null && known.state().hasNeedle()) {
                runs.remove(machine);
            }
        }
    }

    /** Takes news of a run in. Older news than what is known changes nothing. */
    void heard(RunView run) {
        UUID machine = run.machineId();
        if (machine == null) {
            runs.values().removeIf(known -> known.id().equals(run.runId()));
            return;
        }
        RunFacts now = RunFacts.of(run);
        RunFacts known = runs.get(machine);
        if (known != null && known.id().equals(now.id()) && known.version() > now.version()) {
            return;
        }
        if (!now.isWaiting()) {
            runs.put(machine, now);
        } else if (known != null && known.id().equals(now.id())) {
            runs.remove(machine);
        }
    }

    @Override
    public Optional<MachineFacts> of(UUID machineId) {
        MachineView machine = machines.get(machineId);
        if (machine == null || sessions.isElsewhere(machineId)) {
            return Optional.empty();
        }
        return Optional.of(new MachineFacts(machine, level(machineId), board.of(machineId), run(machineId)));
    }

    @Override
    public List<MachineFacts> all() {
        List<MachineFacts> all = new ArrayList<>();
        machines.keySet().stream().sorted().forEach(id -> of(id).ifPresent(all::add));
        return all;
    }

    @Override
    public List<UUID> ids() {
        return List.copyOf(machines.keySet());
    }

    private String level(UUID machineId) {
        return levels.getOrDefault(machineId, machineId.toString());
    }

    private @Nullable RunFacts run(UUID machineId) {
        return runs.get(machineId);
    }
}
