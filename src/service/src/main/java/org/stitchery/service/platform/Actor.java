package org.stitchery.service.platform;

import java.util.UUID;

/**
 * Who does something, as it is written into the ledger beside what was done.
 *
 * @param id the account; all zeros for the service itself and for machines
 * @param name how the person is called on pages and in the ledger
 * @param role {@code customer}, {@code operator}, {@code planner}, {@code owner}, {@code system} or {@code machine}
 */
public record Actor(UUID id, String name, String role) {

    private static final UUID NOBODY = new UUID(0, 0);

    /** The service itself, for what no person did: time-outs, recovery, allocation. */
    public static final Actor SYSTEM = new Actor(NOBODY, "Stitchery", "system");

    /** A machine that reported something through its driver. */
    public static Actor machine(String machineName) {
        return new Actor(NOBODY, machineName, "machine");
    }

    /** True when a person stands behind it. */
    public boolean isPerson() {
        return !id.equals(NOBODY);
    }

    /** True for one of the roles. */
    public boolean is(String... roles) {
        for (String wanted : roles) {
            if (wanted.equals(role)) {
                return true;
            }
        }
        return false;
    }
}
