package org.stitchery.transport;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs what blocks, one after the other in the order given, on a thread that is there only while there is something to
 * do. A thousand idle places cost no thread.
 */
final class ErrandQueue {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "machine-errand-" + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });

    /** Guards everything below. */
    private final Object gate = new Object();

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    void add(Runnable errand) {
        synchronized (gate) {
            waiting.add(errand);
            if (running) {
                return;
            }
            running = true;
        }
        THREADS.execute(this::runAll);
    }

    private void runAll() {
        for (Runnable next = next(); next != null; next = next()) {
            next.run();
        }
    }

    private @Nullable Runnable next() {
        synchronized (gate) {
            Runnable next = waiting.poll();
            running = next != null;
            return next;
        }
    }
}
