package org.stitchery.transport;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeskDriver;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineDriver;

/** Opens whatever an address leads to. Blocks for as long as opening takes; not for the loop thread. */
public final class Links {

    private Links() {}

    /**
     * Looks whether what is there at an address is what a driver works over.
     *
     * @throws IllegalArgumentException saying what it works over
     */
    public static void requireFit(MachineDriver driver, MachineUri uri) {
        boolean fits = uri instanceof LineUri
                ? driver instanceof LineDriver
                : uri instanceof PlaceUri ? driver instanceof FileDriver : driver instanceof DeskDriver;
        if (!fits) {
            throw new IllegalArgumentException(misfit(driver, uri.place()));
        }
    }

    static String misfit(MachineDriver driver, String link) {
        String needs = driver instanceof LineDriver ? "a line" : driver instanceof FileDriver ? "files" : "a desk";
        return "The driver " + driver.description().id() + " works over " + needs + ", not over " + link;
    }

    /** For programs without a web server: a desk gets a small one of its own. */
    public static OpenLink open(MachineUri uri, Path fences, Secrets secrets, Duration deadline)
            throws TransportException {
        return open(uri, fences, secrets, null, deadline);
    }

    /**
     * Takes the lock and opens line, place or desk. On failure nothing stays open or locked.
     *
     * @param fences folder that remembers the highest fence of each address; belongs with the data of who issues fences
     * @param hall where the program's own web server looks for desks; null when it has none
     * @throws TransportException saying what, where and the way out
     */
    public static OpenLink open(
            MachineUri uri, Path fences, Secrets secrets, @Nullable DeskHall hall, Duration deadline)
            throws TransportException {
        if (uri instanceof DeskUri desk) {
            return Desks.open(desk, fences, secrets, hall);
        }
        return uri instanceof PlaceUri place
                ? Places.open(place, fences, secrets, deadline)
                : Transports.open((LineUri) uri, fences, deadline);
    }
}
