package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stitchery.embroidery.model.StitchCommand;
import org.stitchery.embroidery.model.ThreadColor;
import org.stitchery.service.artwork.DesignRecord;
import org.stitchery.service.artwork.DesignStore;
import org.stitchery.service.machine.MachinePark;
import org.stitchery.service.machine.MachineView;
import org.stitchery.service.machine.NeedleThread;
import org.stitchery.service.platform.ProblemException;

/**
 * Which needle sews which colour: the one that has the thread already, else one whose thread this design does not need,
 * from the left. A colour that comes back gets its needle back.
 */
@ApplicationScoped
class NeedlePlanner {

    private final RunRepository runs;
    private final JobRepository jobs;
    private final DesignStore designs;
    private final MachinePark park;

    NeedlePlanner(RunRepository runs, JobRepository jobs, DesignStore designs, MachinePark park) {
        this.runs = runs;
        this.jobs = jobs;
        this.designs = designs;
        this.park = park;
    }

    @Transactional
    NeedlePlan of(UUID runId) {
        RunEntity run = runs.current(runId);
        if (run.machineId == null) {
            return new NeedlePlan(List.of());
        }
        MachineView machine = park.find(run.machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "Its machine is gone."));
        DesignRecord design = designs.find(run.designSha256)
                .orElseThrow(() -> ProblemException.notFound("DESIGN_MISSING", "Its design is not in the store."));
        int blocks = design.pattern().count(StitchCommand.COLOR_CHANGE) + 1;
        return plan(design.pattern().threads(), blocks, machine.needles(), machine.needleThreads());
    }

    /** @throws ProblemException 404 or 422 when the run cannot be sewn at that machine */
    @Transactional
    void requireFit(RunEntity run, UUID machineId) {
        MachineView machine = park.find(machineId)
                .orElseThrow(() -> ProblemException.notFound("NO_SUCH_MACHINE", "There is no such machine."));
        JobEntity job = jobs.findById(run.jobId);
        if (!machine.inService()) {
            throw ProblemException.unprocessable("OUT_OF_SERVICE", machine.name() + " is out of service.");
        }
        if (!Allocator.holds(machine.hoop(), job)) {
            throw ProblemException.unprocessable(
                    "HOOP_TOO_SMALL",
                    String.format(
                            "The design is %.1f x %.1f mm; the hoop %s of %s holds %.0f x %.0f mm.",
                            job.widthMm,
                            job.heightMm,
                            machine.hoop().name(),
                            machine.name(),
                            machine.hoop().widthMm(),
                            machine.hoop().heightMm()));
        }
    }

    static NeedlePlan plan(List<ThreadColor> threads, int blocks, int needles, List<NeedleThread> on) {
        Map<ThreadColor, Integer> needleOf = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        Map<ThreadColor, Integer> loaded = new HashMap<>();
        for (NeedleThread needle : on) {
            loaded.putIfAbsent(needle.thread(), needle.needle());
        }
        for (ThreadColor thread : threads) {
            Integer has = loaded.get(thread);
            if (has != null && needleOf.putIfAbsent(thread, has) == null) {
                taken.add(has);
            }
        }
        List<NeedlePlan.NeedleUse> uses = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            ThreadColor thread = block < threads.size() ? threads.get(block) : ThreadColor.ofRgb(0);
            int needle = needleOf.computeIfAbsent(thread, wanted -> free(needles, taken));
            uses.add(new NeedlePlan.NeedleUse(block + 1, needle, thread, loaded.containsKey(thread)));
        }
        return new NeedlePlan(uses);
    }

    private static int free(int needles, Set<Integer> taken) {
        for (int needle = 1; needle <= needles; needle++) {
            if (taken.add(needle)) {
                return needle;
            }
        }
        return 0;
    }
}
