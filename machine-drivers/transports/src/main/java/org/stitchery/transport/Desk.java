package org.stitchery.transport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Where questions wait until the loop comes round: the server puts them here from its threads, the driver takes them in
 * its turns. How many wait, and for how long, is bounded. Safe for any thread.
 */
public final class Desk {

    /** A status message has some hundred bytes. From the driver contract. */
    public static final int LARGEST_BODY = 64 * 1024;

    /** A machine has one agent, perhaps a second one by mistake. Taste. */
    static final int MOST_WAITING = 32;

    /** Shorter than the usual patience of HTTP clients, which is 30 seconds and up. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration patience;

    /** Guards everything below. */
    private final Object gate = new Object();

    private final Queue<DeskVisit> waiting = new ArrayDeque<>();
    private final List<DeskVisit> open = new ArrayList<>();
    private boolean closed;

    Desk(String name) {
        this(name, PATIENCE);
    }

    /** With another patience than the usual one. */
    Desk(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    public String name() {
        return name;
    }

    /** How long a question may wait; then the server calls {@link DeskVisit#outOfPatience()}. */
    public Duration patience() {
        return patience;
    }

    /** Takes a question in, or answers at once that nobody is there. Returns at once. */
    public DeskVisit ask(DeskCall call, Caller caller) {
        DeskVisit visit = new DeskVisit(call, caller);
        boolean taken;
        synchronized (gate) {
            waiting.removeIf(other -> !other.isWaiting());
            open.removeIf(DeskVisit::isOver);
            taken = !closed && waiting.size() < MOST_WAITING;
            if (taken) {
                waiting.add(visit);
                open.add(visit);
            }
        }
        if (!taken) {
            visit.outOfPatience();
        }
        return visit;
    }

    /** The next question that still waits. */
    @Nullable
    DeskVisit next() {
        synchronized (gate) {
            DeskVisit visit = waiting.poll();
            while (visit != null && !visit.isWaiting()) {
                visit = waiting.poll();
            }
            return visit;
        }
    }

    /** Stops every answer that is under way and longer than that; questions go on waiting. */
    void cutAnswers(int longerThan) {
        List<DeskVisit> running;
        synchronized (gate) {
            running = open.stream()
                    .filter(visit -> visit.answerBytes() > longerThan)
                    .toList();
            open.removeAll(running);
        }
        running.forEach(DeskVisit::cut);
    }

    /** Whoever waits is told to come again, and what is under way is stopped. Idempotent. */
    void close() {
        List<DeskVisit> left;
        synchronized (gate) {
            closed = true;
            left = List.copyOf(open);
            waiting.clear();
            open.clear();
        }
        for (DeskVisit visit : left) {
            if (visit.isWaiting()) {
                visit.outOfPatience();
            } else {
                visit.cut();
            }
        }
    }
}
