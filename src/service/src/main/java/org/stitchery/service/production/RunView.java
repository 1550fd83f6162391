package org.stitchery.service.production;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run as others see it.
 *
 * @param runId the run
 * @param orderId whose order
 * @param orderLineId which line of it
 * @param title what is sewn
 * @param customerName for whom
 * @param designSha256 the approved design
 * @param state where it is
 * @param version rises with every state change; send it back with a command to make sure nobody was faster
 * @param machineId its machine, null while it has none
 * @param machineName its machine, null while it has none
 * @param stitchesTotal penetrations of the design
 * @param stitchesOnTheWire penetrations whose bytes have left for the machine, at least; not: sewn
 * @param evidence how sure that number is, a name of {@link org.stitchery.driver.api.Evidence}, null before any byte
 * @param attemptLabel how the machine and people name the latest try, null before the first
 * @param holdReason why it is held or suspect, null when it is neither
 * @param numberInJob from 1
 * @param jobSize garments of the order line, replacements not counted
 * @param createdAt when it was released
 * @param changedAt when its state last changed
 * @param allowedActions what a person may do to it now: {@code assign, unassign, hold, unhold, cancel, move, hooped,
 *     disarm, start, hooped-and-start, pause, resume, abort, give-up, finished, resolve}
 */
public record RunView(
        UUID runId,
        UUID orderId,
        UUID orderLineId,
        String title,
        String customerName,
        String designSha256,
        RunState state,
        int version,
        @Nullable UUID machineId,
        @Nullable String machineName,
        int stitchesTotal,
        int stitchesOnTheWire,
        @Nullable String evidence,
        @Nullable String attemptLabel,
        @Nullable String holdReason,
        int numberInJob,
        int jobSize,
        Instant createdAt,
        Instant changedAt,
        Set<String> allowedActions) {

    public RunView {
        allowedActions = Set.copyOf(allowedActions);
    }
}
