package org.stitchery.service.telemetry;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.stitchery.service.production.RunView;

/** Tells one kind of listener of the machines, over one connection. Confined to the telemetry thread. */
interface Feed extends MqttLink.Listener {

    /** Machines of which something may be different. */
    void changed(Collection<UUID> machineIds);

    /** A run that has moved or come further; comes before {@link #changed} of its machine. */
    void heard(RunView run);

    /** Sends what is due and finds room. */
    void tick(Instant now);

    /** Says goodbye as far as the broker listens, and leaves it. Done when that is over. */
    CompletableFuture<Void> close();
}
