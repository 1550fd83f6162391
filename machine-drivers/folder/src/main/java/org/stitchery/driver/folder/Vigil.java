package org.stitchery.driver.folder;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.PlacedFile;

/**
 * Looks now and then whether the design still lies there. When it does not, a machine may have taken it, or a person
 * tidied up: a hint for whoever says that it was sewn, never the word itself.
 */
final class Vigil {

    /** A host listens several times a second; so every ten seconds or so. Taste. */
    private static final int LISTENS_BETWEEN_LOOKS = 200;

    private final String name;
    private final FilePlace place;
    private final Host host;
    private int listens;
    private @Nullable Errand<Optional<PlacedFile>> look;

    Vigil(String name, FilePlace place, Host host) {
        this.name = name;
        this.place = place;
        this.host = host;
    }

    /**
     * @return false once there is nothing more to watch
     * @throws IOException when the place is gone
     */
    boolean goesOn() throws IOException {
        Errand<Optional<PlacedFile>> now = look;
        if (now == null) {
            if (++listens % LISTENS_BETWEEN_LOOKS == 0) {
                look = place.look(name);
            }
            return true;
        }
        if (!now.over()) {
            return true;
        }
        look = null;
        return isThere(now);
    }

    private boolean isThere(Errand<Optional<PlacedFile>> answered) throws IOException {
        try {
            if (answered.result().isPresent()) {
                return true;
            }
        } catch (FilePlaceException e) {
            // Not an answer; the next look may bring one.
            return true;
        }
        host.report(new MachineEvent.NeedsPerson(name
                + " is no longer in the folder. The machine may have taken it, or somebody tidied up; whether it was sewn"
                + " is for a person to say."));
        return false;
    }
}
