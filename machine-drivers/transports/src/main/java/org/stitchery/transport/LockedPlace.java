package org.stitchery.transport;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stitchery.driver.api.PlacedFile;

/** A file place together with the right that makes it ours. */
final class LockedPlace implements OpenFilePlace {

    private final BlockingPlace place;
    private final PortRight right;

    LockedPlace(BlockingPlace place, PortRight right) {
        this.place = place;
        this.right = right;
    }

    @Override
    public String name() {
        return place.name();
    }

    @Override
    public void raiseFence(long fence) throws TransportException {
        right.fence().raiseFence(fence);
    }

    @Override
    public long fence() {
        return right.fence().fence();
    }

    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        return place.look(fileName);
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        return place.list(most);
    }

    @Override
    public PlacedFile write(String fileName, byte[] content, Runnable moved) throws IOException {
        return place.write(fileName, content, moved);
    }

    @Override
    public PlacedFile rename(String fileName, String newName) throws IOException {
        return place.rename(fileName, newName);
    }

    @Override
    public boolean remove(String fileName) throws IOException {
        return place.remove(fileName);
    }

    @Override
    public void close() {
        place.close();
        right.close();
    }
}
