package org.stitchery.service.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the ledger remembers it.
 *
 * @param id the account, null for the system itself and for machines
 * @param name as shown to people
 * @param role {@code customer}, {@code operator}, {@code planner}, {@code owner}, {@code system} or {@code machine}
 */
public record Actor(@Nullable UUID id, String name, String role) {

    /** The service acting by itself: time-outs, recovery, allocation. */
    public static final Actor SYSTEM = new Actor(null, "Stitchery", "system");

    /** A machine that reported something through its driver. */
    public static Actor machine(String machineName) {
        return new Actor(null, machineName, "machine");
    }

    /** True when a person stands behind it. */
    public boolean isPerson() {
        return id != null;
    }
}
