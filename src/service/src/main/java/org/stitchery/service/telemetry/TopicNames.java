package org.stitchery.service.telemetry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stitchery.service.machine.MachineView;

/** Names as single levels of topics: without the characters that mean something there, and no two alike. */
final class TopicNames {

    private TopicNames() {}

    /** {@code / + # $} and control characters become underscores. */
    static String level(String name) {
        return name.replaceAll("[/+#$\\p{Cntrl}]", "_");
    }

    /** One level for each machine. Where two would be alike, both end in the beginning of their id. */
    static Map<UUID, String> of(List<MachineView> machines) {
        Map<String, Integer> times = new HashMap<>();
        machines.forEach(machine -> times.merge(level(machine.name()), 1, Integer::sum));
        Map<UUID, String> levels = new HashMap<>();
        for (MachineView machine : machines) {
            String level = level(machine.name());
            boolean alone = times.getOrDefault(level, 0) == 1;
            levels.put(
                    machine.id(),
                    alone ? level : level + "-" + machine.id().toString().substring(0, 8));
        }
        return levels;
    }
}
