package org.stitchery.transport.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.FilePlaceException;
import org.stitchery.driver.api.FilePlaceException.Reason;
import org.stitchery.driver.api.PlacedFile;
import org.stitchery.transport.BlockingPlace;
import org.stitchery.transport.TransportException;

/**
 * A folder on another computer. Connections die while nobody looks, so:
 *
 * <ul>
 *   <li>what only looks is asked again on a new connection, once;
 *   <li>what changes something is asked once and never again: when its answer is lost, that is what is said;
 *   <li>before a change, a connection that has long been idle is tried, and a dead one replaced.
 * </ul>
 *
 * <p>Every call ends within its {@link Limits}, and within a second of {@link #close()}.
 */
public final class RemotePlace implements BlockingPlace {

    /** Idle for longer than this, a connection is tried before anything is changed over it. Taste. */
    private static final long TRUSTED_NANOS = Duration.ofSeconds(5).toNanos();

    /** Something a session does. */
    private interface Deed<T> {
        T done(RemoteSession session) throws IOException;
    }

    private final String name;
    private final Limits limits;
    private final Supplier<RemoteSession> sessions;

    /** Guards the two below. */
    private final Object gate = new Object();

    private @Nullable RemoteSession session;
    private boolean closed;

    /** Confined to the thread that calls. */
    private boolean connected;

    private long usedNanos;

    private RemotePlace(String name, Limits limits, Supplier<RemoteSession> sessions) {
        this.name = name;
        this.limits = limits;
        this.sessions = sessions;
    }

    /**
     * Connects once, so that a wrong address or password is heard of now.
     *
     * @param name for people, without any secret
     * @param sessions makes a fresh one each time
     * @throws TransportException saying what, where and the way out
     */
    public static RemotePlace open(String name, Limits limits, Supplier<RemoteSession> sessions)
            throws TransportException {
        RemotePlace place = new RemotePlace(name, limits, sessions);
        place.connect();
        return place;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<PlacedFile> look(String fileName) throws IOException {
        return asked("looking for " + fileName, session -> session.look(fileName));
    }

    @Override
    public List<PlacedFile> list(int most) throws IOException {
        return asked("listing", session -> session.list(most)).stream()
                .sorted(Comparator.comparing(PlacedFile::name))
                .limit(most)
                .toList();
    }

    @Override
    public PlacedFile write(String fileName, byte[] content, Runnable moved) throws IOException {
        String what = "writing " + fileName;
        requireFree(what, fileName);
        changed(
                what,
                limits.forBytes(content.length),
                (session, alarm) -> session.write(fileName, content, () -> {
                    alarm.moved();
                    moved.run();
                }));
        return sized(what, fileName);
    }

    @Override
    public PlacedFile rename(String fileName, String newName) throws IOException {
        String what = "renaming " + fileName + " to " + newName;
        requireFree(what, newName);
        changed(what, limits.call(), (session, alarm) -> session.rename(fileName, newName));
        return sized(what, newName);
    }

    @Override
    public boolean remove(String fileName) throws IOException {
        if (look(fileName).isEmpty()) {
            return false;
        }
        try {
            changed("removing " + fileName, limits.call(), (session, alarm) -> session.remove(fileName));
        } catch (FilePlaceException e) {
            if (e.reason() == Reason.MISSING) {
                return false;
            }
            throw e;
        }
        return true;
    }

    private void requireFree(String what, String fileName) throws IOException {
        if (look(fileName).isPresent()) {
            throw new FilePlaceException(
                    Reason.TAKEN,
                    name + ": " + what + ": a file " + fileName
                            + " is there already. Take it away or choose another name.",
                    null);
        }
    }

    /** What became of it, after the server said that it did it. */
    private PlacedFile sized(String what, String fileName) throws IOException {
        Optional<PlacedFile> found;
        try {
            found = look(fileName);
        } catch (TransportException e) {
            throw unanswered(what + ", which the server did, and asking for the size after it", e);
        }
        return found.orElseThrow(() -> new FilePlaceException(
                Reason.UNANSWERED,
                name + ": " + fileName + " was there and is gone. Something else takes files from this folder.",
                null));
    }

    // ---- calls

    private <T> T asked(String what, Deed<T> deed) throws IOException {
        boolean fresh = !connected;
        try {
            return within(limits.call(), (session, alarm) -> deed.done(session));
        } catch (FilePlaceException | TransportException e) {
            throw e;
        } catch (IOException e) {
            if (fresh || isClosed()) {
                throw lost(what, e);
            }
        }
        try {
            return within(limits.call(), (session, alarm) -> deed.done(session));
        } catch (FilePlaceException | TransportException e) {
            throw e;
        } catch (IOException e) {
            throw lost(what, e);
        }
    }

    /** Something that must not be done twice. */
    private interface Change {
        void done(RemoteSession session, Alarm alarm) throws IOException;
    }

    private void changed(String what, Duration limit, Change change) throws IOException {
        if (connected && System.nanoTime() - usedNanos > TRUSTED_NANOS) {
            asked(what, session -> session.list(1));
        }
        try {
            within(limit, (session, alarm) -> {
                change.done(session, alarm);
                return Boolean.TRUE;
            });
        } catch (FilePlaceException | TransportException e) {
            throw e;
        } catch (IOException e) {
            throw unanswered(what, e);
        }
    }

    private interface Call<T> {
        T done(RemoteSession session, Alarm alarm) throws IOException;
    }

    private <T> T within(Duration limit, Call<T> call) throws IOException {
        RemoteSession now = connected();
        try (Alarm alarm = Alarm.set(limit, limits.silence(), now::abandon)) {
            T result = call.done(now, alarm);
            if (alarm.rang()) {
                throw new IOException("it took too long");
            }
            usedNanos = System.nanoTime();
            return result;
        } catch (FilePlaceException e) {
            usedNanos = System.nanoTime();
            throw e;
        } catch (IOException | RuntimeException e) {
            drop(now);
            if (e instanceof IOException known) {
                throw known;
            }
            throw new IOException("the connection failed: " + e, e);
        }
    }

    // ---- the connection

    private RemoteSession connected() throws TransportException {
        if (connected) {
            synchronized (gate) {
                if (!closed) {
                    return Objects.requireNonNull(session);
                }
            }
        }
        return connect();
    }

    private RemoteSession connect() throws TransportException {
        RemoteSession fresh = sessions.get();
        synchronized (gate) {
            if (closed) {
                throw closed();
            }
            session = fresh;
        }
        Alarm alarm = Alarm.set(limits.connect(), limits.connect(), fresh::abandon);
        try {
            fresh.connect();
            connected = true;
            usedNanos = System.nanoTime();
            return fresh;
        } catch (IOException | RuntimeException e) {
            drop(fresh);
            throw isClosed() ? closed() : alarm.rang() || Causes.isSilence(e) ? silent(e) : unreachable(e);
        } finally {
            alarm.close();
        }
    }

    private void drop(RemoteSession failed) {
        connected = false;
        failed.abandon();
        synchronized (gate) {
            session = null;
        }
    }

    @Override
    public void close() {
        RemoteSession last;
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
            last = session;
            session = null;
        }
        if (last != null) {
            last.abandon();
        }
    }

    private boolean isClosed() {
        synchronized (gate) {
            return closed;
        }
    }

    // ---- words

    private TransportException closed() {
        return new TransportException(
                TransportException.Reason.LOST, name, "the place was closed", "Connect again to use it.");
    }

    private TransportException silent(Exception e) {
        return new TransportException(
                TransportException.Reason.SILENT,
                name,
                "no connection within " + limits.connect().toMillis() + " ms",
                "Check address, power and network of the server.",
                e);
    }

    private TransportException unreachable(Exception e) {
        return e instanceof TransportException known
                ? known
                : new TransportException(
                        TransportException.Reason.REFUSED,
                        name,
                        "no connection: " + Causes.sentence(e),
                        "Check address, port and that the server runs.",
                        e);
    }

    private TransportException lost(String what, IOException e) {
        if (isClosed()) {
            return closed();
        }
        return new TransportException(
                TransportException.Reason.LOST,
                name,
                what + ": the connection broke: " + Causes.sentence(e),
                "Check the server and the network, then connect again.",
                e);
    }

    private FilePlaceException unanswered(String what, IOException e) {
        return new FilePlaceException(
                Reason.UNANSWERED,
                name + ": " + what + ": " + (isClosed() ? "the place was closed" : Causes.sentence(e))
                        + ". Whether it was done is not known; look into the folder.",
                e);
    }
}
