package org.stitchery.service.machine;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Letters read one after the other, in the order they came, by whichever worker is free: the order of a thread without
 * its cost. A letter that cannot be dealt with now, because the database is away, stays the first and is tried again;
 * so what a letter asks for must bear being tried twice.
 */
final class SerialMailbox {

    private static final Logger LOG = Logger.getLogger(SerialMailbox.class);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final String owner;
    private final ScheduledExecutorService workers;
    private final Queue<Runnable> letters = new ArrayDeque<>();
    private boolean reading;
    private int failures;

    SerialMailbox(String owner, ScheduledExecutorService workers) {
        this.owner = owner;
        this.workers = workers;
    }

    /** Any thread; returns at once. */
    synchronized void add(Runnable letter) {
        letters.add(letter);
        if (!reading) {
            reading = true;
            workers.execute(this::read);
        }
    }

    /** Waits until everything is read, up to the deadline. True when it is. */
    synchronized boolean drained(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (reading) {
            long left = end - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return true;
    }

    private void read() {
        Runnable letter;
        synchronized (this) {
            letter = letters.peek();
        }
        boolean done = letter == null || dealtWith(letter);
        synchronized (this) {
            if (done) {
                letters.poll();
                failures = 0;
            }
            if (letters.isEmpty()) {
                reading = false;
                notifyAll();
            } else if (done) {
                workers.execute(this::read);
            } else {
                workers.schedule(this::read, pause().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean dealtWith(Runnable letter) {
        try {
            letter.run();
            return true;
        } catch (RuntimeException e) {
            synchronized (this) {
                failures++;
                if (failures == 1) {
                    LOG.errorf(e, "%s: could not be written down; trying again until it is", owner);
                } else {
                    LOG.warnf("%s: try %d failed: %s", owner, failures, e);
                }
            }
            return false;
        }
    }

    private Duration pause() {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
