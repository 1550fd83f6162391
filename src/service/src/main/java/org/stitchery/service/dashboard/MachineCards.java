package org.stitchery.service.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.production.MachineQueueView;
import org.stitchery.service.production.NeedlePlan;
import org.stitchery.service.production.ProductionFloor;
import org.stitchery.service.production.RunView;

/** Deals the cards of the floor. Blocking: asks the database. */
@ApplicationScoped
class MachineCards {

    private final ProductionFloor floor;

    MachineCards(ProductionFloor floor) {
        this.floor = floor;
    }

    /** A card for each machine, by name. */
    List<MachineCard> all() {
        return floor.queues().stream().map(queue -> card(queue, null)).toList();
    }

    /** One machine's card. */
    Optional<MachineCard> of(UUID machineId, @Nullable String objection) {
        return floor.queue(machineId).map(queue -> card(queue, objection));
    }

    private MachineCard card(MachineQueueView queue, @Nullable String objection) {
        RunView subject = subject(queue);
        NeedlePlan needles = subject == null ? new NeedlePlan(List.of()) : floor.needlePlan(subject.runId());
        return new MachineCard(queue, subject, needles, objection);
    }

    private static @Nullable RunView subject(MachineQueueView queue) {
        if (!queue.suspects().isEmpty()) {
            return queue.suspects().get(0);
        }
        if (queue.current() != null) {
            return queue.current();
        }
        return queue.waiting().isEmpty() ? null : queue.waiting().get(0);
    }
}
