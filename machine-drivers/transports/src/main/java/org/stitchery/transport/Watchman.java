package org.stitchery.transport;

import java.time.Duration;

/**
 * Looks on while the loop works. A system call that does not return, or a driver that does not, must cost one machine and
 * not all of them: the others get a new thread, the stuck one is freed by closing its line when patience or an abort
 * calls for it, and if even that does not help, the line is given up and its promises are kept without it.
 */
final class Watchman extends Thread {

    private static final Duration INTERVAL = Duration.ofMillis(50);

    /** A turn takes microseconds. Longer than any pause of the garbage collector that was seen. */
    private static final Duration STUCK = Duration.ofMillis(150);

    /** From the driver contract: a session whose line is taken away ends within a second. */
    private static final Duration GIVE_UP = Duration.ofSeconds(1);

    private final Rota rota;

    Watchman(Rota rota) {
        super("machine-lines-watchman");
        setDaemon(true);
        this.rota = rota;
    }

    @Override
    public void run() {
        try {
            while (rota.awaitWatch(INTERVAL)) {
                rota.replaceIfStuck(STUCK);
                rota.away().forEach(this::attend);
            }
        } catch (InterruptedException e) {
            // The loop was closed.
            return;
        }
    }

    void end() {
        interrupt();
    }

    private void attend(LoopThread thread) {
        MachineLine line = rota.lineOf(thread);
        if (line == null) {
            return;
        }
        long now = System.nanoTime();
        if (!thread.freed) {
            if (line.freeingIsDue(now - thread.sinceNanos)) {
                thread.freed = true;
                thread.freedNanos = now;
                line.free();
            }
        } else if (now - thread.freedNanos > GIVE_UP.toNanos()) {
            rota.forget(thread);
            line.abandon("the driver did not return from a call, even after its line was closed");
        }
    }
}
