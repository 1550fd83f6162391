package org.stitchery.transport;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ServiceLoader;

/** Opens folders in which machines look for designs. Blocks for as long as opening takes; not for the loop thread. */
public final class Places {

    private Places() {}

    /**
     * Takes the lock and opens the place. On failure nothing stays open or locked.
     *
     * @param fences folder that remembers the highest fence of each address; belongs with the data of who issues fences
     * @param secrets where the address's secret is found
     * @throws TransportException saying what, where and the way out
     */
    public static OpenFilePlace open(PlaceUri uri, Path fences, Secrets secrets, Duration deadline)
            throws TransportException {
        PortRight right = PortRight.take(uri, Transports.deviceLocks(), fences);
        try {
            return new LockedPlace(opened(uri, secrets, deadline), right);
        } catch (TransportException | RuntimeException e) {
            right.close();
            throw e;
        }
    }

    private static BlockingPlace opened(PlaceUri uri, Secrets secrets, Duration deadline) throws TransportException {
        if (uri.kind() == PlaceUri.Kind.FOLDER) {
            return LocalFolder.open(uri);
        }
        for (PlaceOpener opener : ServiceLoader.load(PlaceOpener.class, Places.class.getClassLoader())) {
            if (opener.kinds().contains(uri.kind())) {
                return opener.open(uri, secrets, deadline);
            }
        }
        throw new TransportException(
                TransportException.Reason.REFUSED,
                uri.place(),
                "nothing here opens " + uri.kind().scheme() + " places",
                "Add the library that does.");
    }
}
