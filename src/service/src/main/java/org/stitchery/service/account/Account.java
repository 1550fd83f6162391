package org.stitchery.service.account;

import java.util.UUID;
import org.stitchery.service.platform.Actor;

/**
 * An account without its password.
 *
 * @param id never reused
 * @param login lower case, unique: an e-mail address or a short name
 * @param name how the person is called
 * @param role one of {@link Role}
 * @param sessionEpoch sessions of a lower epoch have ended
 */
public record Account(UUID id, String login, String name, String role, long sessionEpoch) {

    Actor actor() {
        return new Actor(id, name, role);
    }
}
