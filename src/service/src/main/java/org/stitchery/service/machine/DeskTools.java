package org.stitchery.service.machine;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.stitchery.transport.DeskHall;
import org.stitchery.transport.Secrets;

/** What machine sessions and the web server share of desks. */
@Singleton
class DeskTools {

    @Produces
    @Singleton
    DeskHall hall() {
        return new DeskHall();
    }

    /**
     * The secret {@code press-3} is the setting {@code stitchery.secret.press-3}: in a file, or as the variable
     * {@code STITCHERY_SECRET_PRESS_3} of the environment, where the command line looks for it too.
     */
    @Produces
    @Singleton
    Secrets secrets(Config config) {
        return name -> config.getOptionalValue("stitchery.secret." + name, String.class);
    }
}
