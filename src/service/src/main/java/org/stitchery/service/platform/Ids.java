package org.stitchery.service.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Ids that cannot be guessed: 122 random bits from the system's secure source. */
@ApplicationScoped
public class Ids {

    /** A new id, never seen before. */
    public UUID next() {
        return UUID.randomUUID();
    }
}
