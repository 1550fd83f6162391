package org.stitchery.service.telemetry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.service.machine.MachineState;
import org.stitchery.service.machine.MachineStatus;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.production.RunState;

/** Facts that a test makes up. Confined to one thread, as all facts. */
final class ToldFacts implements Facts {

    private final Map<UUID, MachineFacts> facts = new LinkedHashMap<>();
    private final Set<UUID> elsewhere = new java.util.HashSet<>();

    static UUID machine(int number) {
        return new UUID(1, number);
    }

    void say(int number, String name, MachineState state, @Nullable RunFacts run, long bytes) {
        UUID id = machine(number);
        MachineStatus status = new MachineStatus(
                id, state, "Geheim", run == null ? null : run.label(), false, bytes, 9000, Instant.EPOCH);
        MachineView view = new MachineView(
                id,
                name,
                "tcp://127.0.0.1:4000",
                "toy",
                "Toy",
                "1",
                null,
                Map.of(),
                Set.of(),
                new Hoop("200x200", 200, 200),
                1,
                6,
                List.of(),
                800,
                "",
                true,
                1,
                status);
        facts.put(id, new MachineFacts(view, TopicNames.level(name), status, run));
    }

    void giveAway(int number) {
        elsewhere.add(machine(number));
    }

    static RunFacts run(int version, RunState state, int stitches) {
        return new RunFacts(
                new UUID(2, 2), version, state, "K7Q2M9XA", 1, 3, Instant.EPOCH, 5000, stitches, "ON_THE_WIRE");
    }

    @Override
    public Optional<MachineFacts> of(UUID machineId) {
        return elsewhere.contains(machineId) ? Optional.empty() : Optional.ofNullable(facts.get(machineId));
    }

    @Override
    public List<MachineFacts> all() {
        List<MachineFacts> all = new ArrayList<>();
        ids().forEach(id -> of(id).ifPresent(all::add));
        return all;
    }

    @Override
    public List<UUID> ids() {
        return List.copyOf(facts.keySet());
    }
}
