package org.stitchery.service.dashboard;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.util.UUID;
import org.stitchery.service.production.RunChanged;

/** Tells open pages that something moved in an order; they fetch what they show themselves. Safe from any thread. */
@ApplicationScoped
class OrderNews {

    private final BroadcastProcessor<UUID> broadcast = BroadcastProcessor.create();

    /** News of one order from now on; a page that reads too slowly misses some and catches up with the next. */
    Multi<UUID> of(UUID orderId) {
        return broadcast.onOverflow().drop().filter(orderId::equals);
    }

    void onRun(@ObservesAsync RunChanged news) {
        broadcast.onNext(news.run().orderId());
    }
}
