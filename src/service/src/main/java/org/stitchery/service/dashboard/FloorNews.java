package org.stitchery.service.dashboard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.stitchery.service.machine.MachineEdited;
import org.stitchery.service.machine.MachineStatusChanged;
import org.stitchery.service.production.RunChanged;
import org.stitchery.service.production.RunView;

/**
 * Tells open pages which machine's card is out of date. Pages fetch what they show themselves, so nothing secret and no
 * one's form travels here. Safe from any thread.
 */
@ApplicationScoped
class FloorNews {

    /**
     * What a page should reload.
     *
     * @param kind {@code card} for all of it, {@code progress} for its figures only, {@code unassigned} for the list of
     *     runs without a machine
     * @param machineId whose, null for {@code unassigned}
     */
    record Item(String kind, @Nullable UUID machineId) {}

    private final BroadcastProcessor<Item> broadcast = BroadcastProcessor.create();
    private final Map<UUID, String> signatures = new ConcurrentHashMap<>();
    private final MachineCards cards;

    FloorNews(MachineCards cards) {
        this.cards = cards;
    }

    /** News from now on; a page that reads too slowly misses some and catches up with the next. */
    Multi<Item> stream() {
        return broadcast.onOverflow().drop();
    }

    void onRun(@ObservesAsync RunChanged news) {
        RunView run = news.run();
        UUID machineId = run.machineId();
        if (machineId == null) {
            broadcast.onNext(new Item("unassigned", null));
        } else {
            tell(machineId);
        }
    }

    void onMachine(@ObservesAsync MachineStatusChanged news) {
        tell(news.status().machineId());
    }

    void onEdit(@ObservesAsync MachineEdited news) {
        tell(news.machineId());
    }

    private synchronized void tell(UUID machineId) {
        String signature = cards.of(machineId, null).map(MachineCard::signature).orElse("");
        String before = signatures.put(machineId, signature);
        broadcast.onNext(new Item(signature.equals(before) ? "progress" : "card", machineId));
    }
}
