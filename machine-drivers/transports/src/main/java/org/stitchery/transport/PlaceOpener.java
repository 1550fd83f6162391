package org.stitchery.transport;

import java.time.Duration;
import java.util.Set;

/** Opens one or more kinds of file places. Found by {@link java.util.ServiceLoader}. */
public interface PlaceOpener {

    /** What it opens. */
    Set<PlaceUri.Kind> kinds();

    /**
     * Opens within the deadline. On failure nothing stays open.
     *
     * @throws TransportException saying what, where and the way out
     */
    BlockingPlace open(PlaceUri uri, Secrets secrets, Duration deadline) throws TransportException;
}
