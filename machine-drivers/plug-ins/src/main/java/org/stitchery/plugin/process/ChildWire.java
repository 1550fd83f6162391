package org.stitchery.plugin.process;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stitchery.plugin.host.Frame;

/**
 * The parent's end of the two streams. Launching, writing and reading are done by two threads of its own, because each
 * can block; every method here returns at once, except where said. Any thread.
 */
final class ChildWire implements AutoCloseable {

    /** A driver that reports without end is slowed down rather than taken into our memory. */
    private static final int MOST_WAITING = 256;

    private final String name;
    private final Child.Launcher launcher;
    private final BlockingQueue<Frame> outgoing = new LinkedBlockingQueue<>();
    private final BlockingQueue<Frame> incoming = new LinkedBlockingQueue<>(MOST_WAITING);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread writer;
    private final Thread reader;
    private volatile @Nullable Child child;
    private volatile @Nullable String ending;

    /** @param delay how long to wait before it is started */
    ChildWire(String name, Child.Launcher launcher, Duration delay) {
        this.name = name;
        this.launcher = launcher;
        this.writer = thread("write", () -> write(delay));
        this.reader = thread("read", this::read);
        writer.start();
    }

    private Thread thread(String what, Runnable task) {
        Thread thread = new Thread(task, launcher.threads() + "-" + name + "-" + what);
        thread.setDaemon(true);
        return thread;
    }

    private void write(Duration delay) {
        try {
            if (closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            Child started = launcher.launch();
            child = started;
            if (closed.getCount() == 0) {
                started.kill();
                return;
            }
            reader.start();
            while (true) {
                outgoing.take().write(started.told());
            }
        } catch (InterruptedException e) {
            // Closed.
            return;
        } catch (IOException e) {
            if (child == null) {
                ending = "could not be started: " + e.getMessage();
            }
            // Otherwise it is gone, and the reader finds out why.
        }
    }

    private void read() {
        Child started = child;
        if (started == null) {
            return;
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(started.says()))) {
            while (true) {
                incoming.put(Frame.read(in));
            }
        } catch (EOFException e) {
            ending = started.ending();
        } catch (IOException e) {
            ending = "said what is no message: " + e.getMessage();
        } catch (InterruptedException e) {
            ending = "was closed";
        }
        close();
    }

    void send(Frame frame) {
        outgoing.add(frame);
    }

    /** What the child said next, null when there is nothing yet. */
    @Nullable
    Frame poll() {
        return incoming.poll();
    }

    /** The same, waiting for it. */
    @Nullable
    Frame poll(Duration longest) throws InterruptedException {
        return incoming.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Why nothing more will come, null while it may. What came before can still be polled. */
    @Nullable
    String ending() {
        return ending;
    }

    /** Kills it. Idempotent. */
    @Override
    public void close() {
        closed.countDown();
        writer.interrupt();
        reader.interrupt();
        Child started = child;
        if (started != null) {
            started.kill();
        }
    }
}
