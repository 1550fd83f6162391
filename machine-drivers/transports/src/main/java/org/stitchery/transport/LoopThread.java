package org.stitchery.transport;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Goes round the lines and turns those that want it. When one of them does not let it go, the {@link Watchman} puts
 * another thread on duty; this one then leaves as soon as it is free.
 */
final class LoopThread extends Thread {

    private static final ThreadMXBean COST = ManagementFactory.getThreadMXBean();

    private final Rota rota;

    /** The line being turned and since when; guarded by the rota. */
    @Nullable
    MachineLine visiting;

    long sinceNanos;
    boolean freed;
    long freedNanos;

    private final Tempo tempo;
    private final boolean countsCost = COST.isCurrentThreadCpuTimeSupported();
    private long roundNanos = System.nanoTime();

    LoopThread(Rota rota, Tempo tempo) {
        super("machine-lines");
        setDaemon(true);
        this.rota = rota;
        this.tempo = tempo;
    }

    @Override
    public void run() {
        long spent = cost();
        for (List<MachineLine> lines = rota.round(this); lines != null; lines = rota.round(this)) {
            long period = tempo.periodNanos();
            // Who is due within half a period is served now: so all lines of one speed are served in one round.
            long now = System.nanoTime();
            long due = now + period / 2;
            long every = tempo.visitNanos();
            boolean served = false;
            for (MachineLine line : lines) {
                if (line.wantsTurn(due)) {
                    served = true;
                    line.visitedEvery(every);
                    if (!visit(line)) {
                        return;
                    }
                }
            }
            if (served) {
                long spentByNow = cost();
                tempo.begins(now);
                tempo.cost(spentByNow - spent);
                spent = spentByNow;
            }
            rest(lines, period);
        }
    }

    private long cost() {
        return countsCost ? COST.getCurrentThreadCpuTime() : 0;
    }

    /** @return false when another thread is on duty by now */
    private boolean visit(MachineLine line) {
        if (!rota.begin(this, line)) {
            return false;
        }
        boolean more = line.turn(System.nanoTime());
        return rota.end(this, line, more);
    }

    private void rest(List<MachineLine> lines, long period) {
        if (lines.isEmpty()) {
            rota.restUntilThereAreLines(this);
            return;
        }
        long earliest = Long.MAX_VALUE;
        long now = System.nanoTime();
        for (MachineLine line : lines) {
            earliest = Math.min(earliest, line.dueNanos() - now);
        }
        // Rounds keep to their beat as long as they can: a late one is followed by a short rest.
        long beat = roundNanos + period;
        if (beat - now < 0) {
            beat = now - beat > period ? now : beat;
        }
        long next = Math.max(beat, now + earliest - period / 2);
        if (next - now > 0) {
            LockSupport.parkNanos(rota, next - now);
        }
        roundNanos = System.nanoTime() - next > 0 ? next : System.nanoTime();
    }
}
