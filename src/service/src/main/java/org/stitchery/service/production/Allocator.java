package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.stitchery.embroidery.model.Hoop;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.platform.Actor;

/**
 * Gives waiting runs to machines: one that is in service, whose hoop holds the design and whose driver is there; among
 * those the one with the fewest machine minutes before it; a machine that needs a change of threads by hand counts as
 * twice as busy.
 */
@ApplicationScoped
class Allocator {

    private static final double RETHREADING_PENALTY = 2;

    private final MachinePark park;
    private final RunRepository runs;
    private final RunLifecycle lifecycle;

    Allocator(MachinePark park, RunRepository runs, RunLifecycle lifecycle) {
        this.park = park;
        this.runs = runs;
        this.lifecycle = lifecycle;
    }

    /** Assigns what can be assigned; the rest goes on waiting. */
    @Transactional(Transactional.TxType.MANDATORY)
    void assign(JobEntity job, List<RunEntity> waiting) {
        List<MachineView> able =
                park.all().stream().filter(machine -> suits(machine, job)).toList();
        if (able.isEmpty()) {
            return;
        }
        Map<UUID, Double> minutes = new HashMap<>(runs.minutesQueued());
        for (RunEntity run : waiting) {
            Optional<MachineView> chosen =
                    able.stream().min(Comparator.comparingDouble(machine -> burden(machine, job, minutes)));
            if (chosen.isPresent()) {
                UUID machineId = chosen.get().id();
                lifecycle.apply(
                        run,
                        RunEvent.ASSIGN,
                        Actor.SYSTEM,
                        new RunChange(run).machine(machineId).place(runs.nextPlace()));
                minutes.merge(machineId, job.minutes, Double::sum);
            }
        }
    }

    static boolean suits(MachineView machine, JobEntity job) {
        return machine.inService() && machine.capabilities() != null && holds(machine.hoop(), job);
    }

    static boolean holds(Hoop hoop, JobEntity job) {
        return job.widthMm <= hoop.widthMm() && job.heightMm <= hoop.heightMm();
    }

    private static double burden(MachineView machine, JobEntity job, Map<UUID, Double> minutes) {
        double before = minutes.getOrDefault(machine.id(), 0.0);
        return job.colors > machine.needles() ? (before + job.minutes) * RETHREADING_PENALTY : before;
    }
}
