package org.stitchery.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Who serves which lines: the one thread on duty, and threads that a line has not let go. Safe for any thread. */
final class Rota {

    private final Tempo tempo;
    private final Object gate = new Object();
    private final List<MachineLine> lines = new ArrayList<>();
    private final List<LoopThread> away = new ArrayList<>();
    private List<MachineLine> copy = List.of();
    private boolean shut;
    private volatile @Nullable LoopThread onDuty;

    Rota(Tempo tempo) {
        this.tempo = tempo;
    }

    void add(MachineLine line) {
        synchronized (gate) {
            if (shut) {
                throw new IllegalStateException("the pacing loop is closed");
            }
            lines.add(line);
            copy = List.copyOf(lines);
            if (onDuty == null) {
                putOnDuty();
            }
            gate.notifyAll();
        }
        wake();
    }

    private void putOnDuty() {
        LoopThread thread = new LoopThread(this, tempo);
        onDuty = thread;
        thread.start();
    }

    void wake() {
        LockSupport.unpark(onDuty);
    }

    // ---- for threads of the loop

    /** The lines to go round, null when this thread is no longer on duty. */
    @Nullable
    List<MachineLine> round(LoopThread thread) {
        synchronized (gate) {
            if (thread != onDuty) {
                return null;
            }
            if (shut && lines.isEmpty()) {
                onDuty = null;
                gate.notifyAll();
                return null;
            }
            return copy;
        }
    }

    void restUntilThereAreLines(LoopThread thread) {
        synchronized (gate) {
            while (lines.isEmpty() && !shut && thread == onDuty) {
                try {
                    gate.wait();
                } catch (InterruptedException e) {
                    // Nobody has a reason to interrupt this thread; it ends through the rota.
                    Thread.interrupted();
                }
            }
        }
    }

    boolean begin(LoopThread thread, MachineLine line) {
        synchronized (gate) {
            if (thread != onDuty) {
                return false;
            }
            thread.visiting = line;
            thread.sinceNanos = System.nanoTime();
            return true;
        }
    }

    /**
     * @param more whether the line wants further turns
     * @return false when another thread took over meanwhile; the line has then rejoined the others
     */
    boolean end(LoopThread thread, MachineLine line, boolean more) {
        synchronized (gate) {
            thread.visiting = null;
            boolean rejoins = away.remove(thread) && more;
            if (rejoins) {
                lines.add(line);
            } else if (!more) {
                lines.remove(line);
            }
            if (rejoins || !more) {
                copy = List.copyOf(lines);
                gate.notifyAll();
            }
            if (thread == onDuty) {
                return true;
            }
        }
        wake();
        return false;
    }

    // ---- for the watchman

    /** Waits a while, for ever while there is nothing to watch. @return false when the watch is over */
    boolean awaitWatch(Duration interval) throws InterruptedException {
        synchronized (gate) {
            while (lines.isEmpty() && away.isEmpty() && !shut) {
                gate.wait();
            }
            if (!shut || onDuty != null || !away.isEmpty()) {
                gate.wait(interval.toMillis());
            }
            return !(shut && onDuty == null && away.isEmpty());
        }
    }

    /** Puts another thread on duty when a line has not let the present one go for so long. */
    void replaceIfStuck(Duration longest) {
        synchronized (gate) {
            LoopThread thread = onDuty;
            if (thread == null || thread.visiting == null) {
                return;
            }
            if (System.nanoTime() - thread.sinceNanos > longest.toNanos()) {
                lines.remove(thread.visiting);
                copy = List.copyOf(lines);
                away.add(thread);
                putOnDuty();
            }
        }
    }

    List<LoopThread> away() {
        synchronized (gate) {
            return List.copyOf(away);
        }
    }

    /** The line a thread is stuck in, null when it has come free. */
    @Nullable
    MachineLine lineOf(LoopThread thread) {
        synchronized (gate) {
            return away.contains(thread) ? thread.visiting : null;
        }
    }

    void forget(LoopThread thread) {
        synchronized (gate) {
            away.remove(thread);
            gate.notifyAll();
        }
    }

    /** Ends all lines. @return those that did not end within the deadline */
    List<MachineLine> shut(Duration deadline) {
        List<MachineLine> all = new ArrayList<>();
        synchronized (gate) {
            shut = true;
            all.addAll(lines);
            away.forEach(thread -> {
                if (thread.visiting != null) {
                    all.add(thread.visiting);
                }
            });
            gate.notifyAll();
        }
        all.forEach(MachineLine::close);
        wake();
        awaitEmpty(deadline);
        synchronized (gate) {
            List<MachineLine> left = new ArrayList<>(lines);
            away.forEach(thread -> {
                if (thread.visiting != null) {
                    left.add(thread.visiting);
                }
            });
            lines.clear();
            copy = List.of();
            away.clear();
            onDuty = null;
            gate.notifyAll();
            return left;
        }
    }

    private void awaitEmpty(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        synchronized (gate) {
            boolean interrupted = false;
            boolean ownThread = Thread.currentThread() instanceof LoopThread;
            while (!ownThread && !(lines.isEmpty() && away.isEmpty())) {
                long left = (end - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    break;
                }
                try {
                    gate.wait(left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
