package org.stitchery.transport;

import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.RequestDesk.Reply;

/**
 * One question at a desk from its coming in to the last byte of its answer. Answered once: by the driver, or, when that
 * takes too long, by the host. Safe for any thread.
 */
public final class DeskVisit {

    private enum State {
        WAITING,
        ANSWERING,
        OVER
    }

    /** Hears how an answer leaves; on the server's threads. */
    interface Watcher {
        void left();
    }

    private final DeskCall call;
    private final Caller caller;
    private State state = State.WAITING;
    private long left;
    private int answerBytes;
    private @Nullable Watcher watcher;

    DeskVisit(DeskCall call, Caller caller) {
        this.call = call;
        this.caller = caller;
    }

    DeskCall call() {
        return call;
    }

    // ---- the server's side

    /** So many bytes of the answer's body were handed to the line by now, counted from its beginning. */
    public void left(long bytes) {
        Watcher told;
        synchronized (this) {
            left = Math.max(left, bytes);
            told = watcher;
        }
        if (told != null) {
            told.left();
        }
    }

    /** Nothing more will leave: everything did, or the other side is gone. Idempotent. */
    public synchronized void over() {
        state = State.OVER;
    }

    /** Whoever asked went away. An answer that is under way comes to its own end. */
    public synchronized void gone() {
        if (state == State.WAITING) {
            state = State.OVER;
        }
    }

    /** Nobody has answered within the desk's patience: whoever asked is told to come again. */
    public void outOfPatience() {
        if (begin(null)) {
            caller.answer(DeskReplies.comeAgain("Nobody answers at this desk just now."), this);
        }
    }

    // ---- the desk's side

    synchronized boolean isWaiting() {
        return state == State.WAITING;
    }

    /** @return false when it was answered by the host already, or the other side is gone */
    boolean answer(Reply reply, Watcher whenLeft) {
        if (!begin(whenLeft)) {
            return false;
        }
        synchronized (this) {
            answerBytes = reply.body().length;
        }
        caller.answer(reply, this);
        return true;
    }

    private synchronized boolean begin(@Nullable Watcher whenLeft) {
        if (state != State.WAITING) {
            return false;
        }
        state = State.ANSWERING;
        watcher = whenLeft;
        return true;
    }

    synchronized boolean isOver() {
        return state == State.OVER;
    }

    /** Length of the answer the driver has given, 0 before. */
    synchronized int answerBytes() {
        return answerBytes;
    }

    synchronized long leftBytes() {
        return left;
    }

    /** Stops an answer that is under way. */
    void cut() {
        if (!isOver()) {
            caller.hangUp();
        }
    }
}
