package org.stitchery.service.production;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.stitchery.service.platform.Actor;
import org.stitchery.service.platform.ProblemException;

/** The order of a machine's queue: the runs' places, ascending. */
@ApplicationScoped
class QueueOrder {

    private final RunRepository runs;
    private final RunLifecycle lifecycle;

    QueueOrder(RunRepository runs, RunLifecycle lifecycle) {
        this.runs = runs;
        this.lifecycle = lifecycle;
    }

    /**
     * Moves a run to a place among the assigned runs of its machine, 0 for the first. The places that were taken are
     * dealt out anew, one event for each run whose place changes.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    RunEntity move(RunEntity run, int place, Actor by) {
        if (run.machineId == null || run.state != RunState.ASSIGNED) {
            throw ProblemException.conflict(
                    "NOT_IN_THIS_STATE", "Only a run that waits in a machine's queue can be moved in it.");
        }
        List<RunEntity> queue = new ArrayList<>(runs.ofMachine(run.machineId, Set.of(RunState.ASSIGNED)));
        List<Long> places = queue.stream().map(other -> other.place).sorted().toList();
        RunEntity moving = queue.stream()
                .filter(other -> other.id.equals(run.id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Run " + run.id + " is not in its machine's queue"));
        queue.remove(moving);
        queue.add(Math.min(place, queue.size()), moving);
        RunEntity moved = moving;
        for (int i = 0; i < queue.size(); i++) {
            RunEntity other = queue.get(i);
            if (other.place != places.get(i)) {
                RunEntity now = lifecycle.apply(
                        other,
                        RunEvent.MOVE,
                        by,
                        new RunChange(other).place(places.get(i)).note("place", i));
                moved = other.id.equals(run.id) ? now : moved;
            }
        }
        return moved;
    }
}
