package org.stitchery.transport;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongSupplier;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Errand;
import org.stitchery.driver.api.FileDriver;
import org.stitchery.driver.api.FilePlace;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.PlacedFile;

/** A file place, lent. Its errands run elsewhere; how often the driver looks after them is all that costs the loop. */
final class LentPlace extends Lent implements FilePlace {

    /** An errand takes milliseconds at best. Taste. */
    private static final long VISIT_NANOS = 5_000_000;

    private static final int MOST_LISTED = 10_000;

    /** Something that blocks. */
    private interface Deed<T> {
        T done() throws IOException;
    }

    private final OpenFilePlace place;
    private final ErrandQueue queue = new ErrandQueue();

    LentPlace(OpenFilePlace place, LongSupplier nanoClock) {
        super(place, nanoClock);
        this.place = place;
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        if (driver instanceof FileDriver places) {
            return places.open(settings, this, host);
        }
        throw notFor(driver);
    }

    @Override
    long visitNanos() {
        return VISIT_NANOS;
    }

    @Override
    void recallUnsent() {
        // What waits in the queue is refused one by one once the exchange is over; what runs is bounded by its place.
    }

    @Override
    public Errand<Optional<PlacedFile>> look(String fileName) {
        FilePlace.requirePlain(fileName);
        return run(() -> place.look(fileName));
    }

    @Override
    public Errand<List<PlacedFile>> list(int most) {
        if (most < 1 || most > MOST_LISTED) {
            throw new IllegalArgumentException("A list has 1 to " + MOST_LISTED + " files, found " + most);
        }
        return run(() -> place.list(most));
    }

    @Override
    public Errand<PlacedFile> write(String fileName, byte[] content) {
        FilePlace.requirePlain(fileName);
        byte[] own = content.clone();
        return change(own.length, () -> place.write(fileName, own, this::moved));
    }

    @Override
    public Errand<PlacedFile> rename(String fileName, String newName) {
        FilePlace.requirePlain(fileName);
        FilePlace.requirePlain(newName);
        return change(0, () -> place.rename(fileName, newName));
    }

    @Override
    public Errand<Boolean> remove(String fileName) {
        FilePlace.requirePlain(fileName);
        return change(0, () -> place.remove(fileName));
    }

    /** What was ordered counts as handed over: whether it arrived is not known until the place has said so. */
    private <T> Errand<T> change(int bytes, Deed<T> deed) {
        int orderedIn = exchange();
        try {
            maySpeak();
        } catch (IOException e) {
            return Promise.failed(e);
        }
        accepted(bytes);
        return run(() -> {
            if (exchange() != orderedIn) {
                throw new FilePlaceException(
                        FilePlaceException.Reason.REFUSED,
                        name() + ": the delivery this belonged to is over. Nothing was changed.",
                        null);
            }
            return deed.done();
        });
    }

    private <T> Errand<T> run(Deed<T> deed) {
        Promise<T> promise = new Promise<>();
        queue.add(() -> {
            try {
                stillLent();
                promise.future.complete(deed.done());
            } catch (IOException | RuntimeException | Error e) {
                promise.future.completeExceptionally(e);
            } finally {
                moved();
            }
        });
        return promise;
    }

    /** An errand under way. */
    private static final class Promise<T> implements Errand<T> {

        private final CompletableFuture<T> future = new CompletableFuture<>();

        static <T> Promise<T> failed(IOException why) {
            Promise<T> promise = new Promise<>();
            promise.future.completeExceptionally(why);
            return promise;
        }

        @Override
        public boolean over() {
            return future.isDone();
        }

        @Override
        public T result() throws IOException {
            if (!future.isDone()) {
                throw new IllegalStateException("an errand was asked for its result before it was over");
            }
            try {
                return future.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof IOException known) {
                    throw known;
                }
                throw new IOException("the place failed: " + e.getCause(), e.getCause());
            }
        }
    }
}
