package org.stitchery.transport.remote;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings when a call takes too long or nothing gets further. All alarms share one thread, there only while one is set. */
final class Alarm implements AutoCloseable {

    private static final ScheduledThreadPoolExecutor CLOCK = clock();

    private final Runnable ring;
    private final long startNanos = System.nanoTime();
    private final long totalNanos;
    private final long silenceNanos;
    private volatile long movedNanos = startNanos;

    /** Guards the two below. */
    private final Object gate = new Object();

    private boolean over;
    private boolean rang;

    private Alarm(Duration total, Duration silence, Runnable ring) {
        this.totalNanos = total.toNanos();
        this.silenceNanos = silence.toNanos();
        this.ring = ring;
    }

    private static ScheduledThreadPoolExecutor clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "place-alarm");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true);
        clock.setKeepAliveTime(1, TimeUnit.SECONDS);
        clock.allowCoreThreadTimeOut(true);
        return clock;
    }

    /** @param ring must not block; called at most once, not after {@link #close()} */
    static Alarm set(Duration total, Duration silence, Runnable ring) {
        Alarm alarm = new Alarm(total, silence, ring);
        alarm.waitOn();
        return alarm;
    }

    void moved() {
        movedNanos = System.nanoTime();
    }

    boolean rang() {
        synchronized (gate) {
            return rang;
        }
    }

    private long leftNanos() {
        long now = System.nanoTime();
        return Math.min(totalNanos - (now - startNanos), silenceNanos - (now - movedNanos));
    }

    private void waitOn() {
        var unused = CLOCK.schedule(this::look, Math.max(1, leftNanos()), TimeUnit.NANOSECONDS);
    }

    private void look() {
        if (leftNanos() > 0) {
            synchronized (gate) {
                if (!over) {
                    waitOn();
                }
            }
            return;
        }
        synchronized (gate) {
            if (over) {
                return;
            }
            over = true;
            rang = true;
        }
        ring.run();
    }

    @Override
    public void close() {
        synchronized (gate) {
            over = true;
        }
    }
}
