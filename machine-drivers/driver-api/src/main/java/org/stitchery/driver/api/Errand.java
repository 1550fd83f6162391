package org.stitchery.driver.api;

import java.io.IOException;

/**
 * Something the host does for a driver that would block if the driver did it: the driver looks in each turn whether it is
 * over.
 *
 * @param <T> what comes of it
 */
public interface Errand<T> {

    /** True once it has ended, well or not. */
    boolean over();

    /**
     * What came of it.
     *
     * @throws FilePlaceException when a file place refused, or the errand was lost on the way
     * @throws IOException when the link is gone
     * @throws IllegalStateException while it is not over
     */
    T result() throws IOException;
}
