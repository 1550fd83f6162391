package org.stitchery.service.account;

import java.util.Optional;
import java.util.UUID;

/**
 * What the encrypted session cookie says: whose session, of which epoch, begun when. Form login keeps nothing on the
 * server but writes the identity's name into the cookie, so this is that name.
 *
 * @param accountId whose
 * @param epoch the account's session epoch at login
 * @param begunSecond seconds since 1970 at login, by the node's clock
 */
record SessionName(UUID accountId, long epoch, long begunSecond) {

    static Optional<SessionName> parse(String text) {
        String[] parts = text.split("\\.", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SessionName(UUID.fromString(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2])));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return accountId + "." + epoch + "." + begunSecond;
    }
}
