package org.stitchery.service.machine;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a machine now. Immutable; the {@link StatusBoard} keeps the latest.
 *
 * @param machineId the machine
 * @param state in one word
 * @param detail in one sentence for the operator
 * @param runLabel label of the attempt that has the needle, null for none
 * @param held true while the machine tells us to wait (XOFF, CTS)
 * @param bytes design bytes at the machine of the running delivery, 0 for none
 * @param bytesTotal design bytes of the running delivery, 0 for none
 * @param since when the state began
 */
public record MachineStatus(
        UUID machineId,
        MachineState state,
        String detail,
        @Nullable String runLabel,
        boolean held,
        long bytes,
        long bytesTotal,
        Instant since) {

    /** Nobody has tried its line yet. */
    public static MachineStatus unknown(UUID machineId, Instant since) {
        return new MachineStatus(machineId, MachineState.UNKNOWN, "Not tried yet.", null, false, 0, 0, since);
    }
}
