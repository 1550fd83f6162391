package org.stitchery.transport;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;

/** Hands a driver's events on and remembers what they mean for patience: who makes us wait, and since when. */
final class LineHost implements Host {

    private static final System.Logger LOG = System.getLogger("org.stitchery.machine");

    private final String name;
    private final Consumer<MachineEvent> listener;
    private final LongSupplier nanoClock;
    private boolean held;
    private boolean paused;
    private long changedNanos;

    LineHost(String name, Consumer<MachineEvent> listener, LongSupplier nanoClock) {
        this.name = name;
        this.listener = listener;
        this.nanoClock = nanoClock;
        this.changedNanos = nanoClock.getAsLong();
    }

    /** The machine told us to wait. */
    boolean held() {
        return held;
    }

    /** A person told us to wait. */
    boolean paused() {
        return paused;
    }

    /** When one of the two last changed. */
    long changedNanos() {
        return changedNanos;
    }

    /** A pause belongs to one delivery; being held belongs to the machine and outlives it. */
    void endExchange() {
        paused = false;
    }

    @Override
    public void report(MachineEvent event) {
        if (event instanceof MachineEvent.HeldByMachine) {
            now(true, paused);
        } else if (event instanceof MachineEvent.Released) {
            now(false, paused);
        } else if (event instanceof MachineEvent.Paused) {
            now(held, true);
        } else if (event instanceof MachineEvent.Resumed) {
            now(held, false);
        }
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, () -> name + ": the listener failed on " + event, e);
        }
    }

    private void now(boolean nowHeld, boolean nowPaused) {
        if (held != nowHeld || paused != nowPaused) {
            changedNanos = nanoClock.getAsLong();
        }
        held = nowHeld;
        paused = nowPaused;
    }

    @Override
    public void log(String line) {
        LOG.log(System.Logger.Level.INFO, () -> name + ": " + line);
    }
}
