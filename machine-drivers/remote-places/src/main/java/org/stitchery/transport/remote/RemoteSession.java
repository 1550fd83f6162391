package org.stitchery.transport.remote;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.driver.api.PlacedFile;

/**
 * One login at a server. A new one costs nothing until it is connected; one that failed is thrown away. Confined to one
 * thread at a time, except {@link #abandon()}.
 *
 * <p>Every call ends with a {@link org.stitchery.driver.api.FilePlaceException} when the server said no, and with any other
 * {@link IOException} when the connection is no longer worth anything.
 */
public interface RemoteSession {

    /**
     * Connects, makes sure of the server, logs in and finds the folder.
     *
     * @throws org.stitchery.transport.TransportException when the server was understood and this will not do
     * @throws IOException when something broke
     */
    void connect() throws IOException;

    /** A file of that name, if it is there. */
    Optional<PlacedFile> look(String fileName) throws IOException;

    /** Files, not folders, at most so many. */
    List<PlacedFile> list(int most) throws IOException;

    /** Makes a file that is not there yet. */
    void write(String fileName, byte[] content, Runnable moved) throws IOException;

    /** Gives a file another name that was free a moment ago, and refuses where the server can tell that it no longer is. */
    void rename(String fileName, String newName) throws IOException;

    /** Takes a file away that was there a moment ago. */
    void remove(String fileName) throws IOException;

    /** Any thread, at any time, at once: whoever is inside a call gets an exception. */
    void abandon();
}
