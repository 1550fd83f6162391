package org.stitchery.transport;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Goes round the lines and turns those that want it. When one of them does not let it go, the {@link Watchman} puts
 * another thread on duty; this one then leaves as soon as it is free.
 */
final class LoopThread extends Thread {

    /** Shortest sleep, so that lines whose turns lie close together are served in one round. */
    private static final long LEAST_REST_NANOS = 500_000;

    private final Rota rota;

    /** The line being turned and since when; guarded by the rota. */
    @Nullable
    MachineLine visiting;

    long sinceNanos;
    boolean freed;
    long freedNanos;

    LoopThread(Rota rota) {
        super("machine-lines");
        setDaemon(true);
        this.rota = rota;
    }

    @Override
    public void run() {
        for (List<MachineLine> lines = rota.round(this); lines != null; lines = rota.round(this)) {
            for (MachineLine line : lines) {
                if (line.wantsTurn(System.nanoTime()) && !visit(line)) {
                    return;
                }
            }
            rest(lines);
        }
    }

    /** @return false when another thread is on duty by now */
    private boolean visit(MachineLine line) {
        if (!rota.begin(this, line)) {
            return false;
        }
        boolean more = line.turn(System.nanoTime());
        return rota.end(this, line, more);
    }

    private void rest(List<MachineLine> lines) {
        if (lines.isEmpty()) {
            rota.restUntilThereAreLines(this);
            return;
        }
        long now = System.nanoTime();
        long wait = Long.MAX_VALUE;
        for (MachineLine line : lines) {
            wait = Math.min(wait, line.dueNanos() - now);
        }
        LockSupport.parkNanos(rota, Math.max(LEAST_REST_NANOS, wait));
    }
}
