package org.stitchery.service.account;

import java.util.UUID;

/**
 * Who does something, as it is written into the ledger beside what was done.
 *
 * @param id the account
 * @param name how the person is called on pages and in the ledger
 * @param role one of {@link Role}
 */
public record Actor(UUID id, String name, String role) {

    /** The service itself, for what no person did. */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), "Stitchery", "system");

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
