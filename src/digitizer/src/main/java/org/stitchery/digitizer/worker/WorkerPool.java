package org.stitchery.digitizer.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stitchery.digitizer.worker.WorkerResult.Failed;
import org.stitchery.digitizer.worker.WorkerResult.Failed.Reason;

/**
 * Keeps a few children ready and hands them requests in the order they come. Thread-safe. Children are started at once,
 * so that the first customer does not wait for a JVM, and replaced when they have failed or done their share.
 */
public final class WorkerPool implements AutoCloseable {

    private record Job(WorkerRequest request, CompletableFuture<WorkerResult> answer) {}

    private final WorkerSettings settings;
    private final BlockingQueue<Job> queue;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "worker-deadlines");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Hand> hands = new ArrayList<>();
    private volatile boolean closed;

    public WorkerPool(WorkerSettings settings) {
        this.settings = settings;
        // One more than may wait for each child that is about to take it.
        this.queue = new ArrayBlockingQueue<>(settings.queue() + settings.workers());
        for (int i = 0; i < settings.workers(); i++) {
            Hand hand = new Hand(i);
            hands.add(hand);
            hand.thread.start();
        }
    }

    /**
     * Queues a request. The future completes with a result, never exceptionally; with {@link Reason#BUSY} at once when
     * the queue is full or the pool is closed. Its callbacks run on the pool's thread and should be short.
     */
    public CompletableFuture<WorkerResult> submit(WorkerRequest request) {
        CompletableFuture<WorkerResult> answer = new CompletableFuture<>();
        if (closed || !queue.offer(new Job(request, answer))) {
            answer.complete(busy());
        }
        if (closed) {
            // Closing may have emptied the queue just before this request got in.
            answer.complete(busy());
        }
        return answer;
    }

    /** How many requests wait. */
    public int waiting() {
        return queue.size();
    }

    /** Process ids of the children that run now, for whoever watches over the machine. */
    public List<Long> pids() {
        List<Long> pids = new ArrayList<>();
        for (Hand hand : hands) {
            DigitizerProcess child = hand.child;
            if (child != null) {
                pids.add(child.pid());
            }
        }
        return pids;
    }

    private static Failed busy() {
        return new Failed(
                Reason.BUSY, "Too many drawings are being worked on right now. Please try again in a minute.", "");
    }

    /** Turns away what waits and kills the children, whatever they are doing. */
    @Override
    public void close() {
        closed = true;
        for (Hand hand : hands) {
            hand.thread.interrupt();
            DigitizerProcess child = hand.child;
            if (child != null) {
                child.close();
            }
        }
        for (Job job = queue.poll(); job != null; job = queue.poll()) {
            job.answer.complete(busy());
        }
        for (Hand hand : hands) {
            try {
                hand.thread.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        clock.shutdownNow();
    }

    /** One thread with its child. */
    private final class Hand implements Runnable {

        private final Thread thread;
        private volatile @Nullable DigitizerProcess child;

        Hand(int number) {
            thread = new Thread(this, "digitizer-worker-" + number);
            thread.setDaemon(true);
        }

        @Override
        public void run() {
            try {
                prepare();
                while (!closed) {
                    Job job = queue.take();
                    WorkerResult result = answer(job.request);
                    job.answer.complete(closed && result instanceof Failed ? busy() : result);
                    prepare();
                }
            } catch (InterruptedException e) {
                // Only closing interrupts.
            } finally {
                dismiss();
            }
        }

        /** Has a child ready before it is needed; when that fails, the next request tries again and tells. */
        private void prepare() {
            try {
                child();
            } catch (IOException e) {
                dismiss();
            }
        }

        private DigitizerProcess child() throws IOException {
            DigitizerProcess current = child;
            if (current != null && current.isUsable()) {
                return current;
            }
            dismiss();
            DigitizerProcess started = new DigitizerProcess(settings, clock);
            child = started;
            if (closed) {
                started.close();
            }
            return started;
        }

        private void dismiss() {
            DigitizerProcess current = child;
            child = null;
            if (current != null) {
                current.close();
            }
        }

        private WorkerResult answer(WorkerRequest request) {
            try {
                return child().ask(request);
            } catch (IOException | RuntimeException e) {
                dismiss();
                return new Failed(
                        Reason.CRASHED,
                        "This drawing could not be worked on because of a fault on our side.",
                        String.valueOf(e.getMessage()));
            }
        }
    }
}
