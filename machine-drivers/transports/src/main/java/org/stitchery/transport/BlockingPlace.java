package org.stitchery.transport;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.PlacedFile;

/**
 * A folder for designs as the system or a server gives it. Its methods block, each within the place's own limits of time,
 * and are confined to one thread at a time; what they mean and refuse is said at {@link FilePlace}.
 */
public interface BlockingPlace extends Closeable {

    /** For people, without any secret. */
    String name();

    /** See {@link FilePlace#look}. */
    Optional<PlacedFile> look(String fileName) throws IOException;

    /** See {@link FilePlace#list}. */
    List<PlacedFile> list(int most) throws IOException;

    /**
     * See {@link FilePlace#write}.
     *
     * @param moved called whenever some of it has got further, so that a slow place is not taken for a dead one
     */
    PlacedFile write(String fileName, byte[] content, Runnable moved) throws IOException;

    /** See {@link FilePlace#rename}. */
    PlacedFile rename(String fileName, String newName) throws IOException;

    /** See {@link FilePlace#remove}. */
    boolean remove(String fileName) throws IOException;

    /** Ends it from any thread; whoever is inside a call is freed with an exception as far as the system can do that. */
    @Override
    void close();
}
