package org.stitchery.transport;

import java.nio.file.Path;
import java.time.Duration;

/** Opens whatever an address leads to. Blocks for as long as opening takes; not for the loop thread. */
public final class Links {

    private Links() {}

    /**
     * Takes the lock and opens line or place. On failure nothing stays open or locked.
     *
     * @param fences folder that remembers the highest fence of each address; belongs with the data of who issues fences
     * @throws TransportException saying what, where and the way out
     */
    public static OpenLink open(MachineUri uri, Path fences, Secrets secrets, Duration deadline)
            throws TransportException {
        return uri instanceof PlaceUri place
                ? Places.open(place, fences, secrets, deadline)
                : Transports.open((LineUri) uri, fences, deadline);
    }
}
