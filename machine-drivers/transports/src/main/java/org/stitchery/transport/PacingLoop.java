package org.stitchery.transport;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.MachineEvent;

/**
 * Serves any number of machine lines from one thread, turn by turn: between turns it sleeps until the next one is wanted.
 * A second thread, the {@link Watchman}, only looks on.
 *
 * <p>A line costs no thread and no listener: two hundred of them cost what their bytes cost.
 */
public final class PacingLoop implements AutoCloseable {

    /** How long a machine may hold a delivery by default: a long re-threading, a lunch break. */
    public static final Duration HELD_LIMIT = Duration.ofMinutes(30);

    /** How much of one core rounds take where there are many lines: a fifth, to leave room for all else. */
    static final double CORE_SHARE = 0.2;

    /** How long closing waits for drivers to say their last word. */
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(2);

    private final Duration heldLimit;
    private final Rota rota;
    private final Watchman watchman;

    public PacingLoop() {
        this(HELD_LIMIT);
    }

    /** @param heldLimit longest time a machine may hold a delivery before it ends with what is known */
    public PacingLoop(Duration heldLimit) {
        this(heldLimit, CORE_SHARE);
    }

    /**
     * @param heldLimit longest time a machine may hold a delivery before it ends with what is known
     * @param coreShare how much of one core the loop may take before it visits its lines less often, above 0 and up to 1:
     *     the more it may take, the fewer bytes still arrive after a machine has said wait, where there are many machines
     */
    public PacingLoop(Duration heldLimit, double coreShare) {
        if (!(coreShare > 0 && coreShare <= 1)) {
            throw new IllegalArgumentException("a share of one core is above 0 and at most 1, found " + coreShare);
        }
        this.heldLimit = heldLimit;
        this.rota = new Rota(new Tempo(coreShare));
        this.watchman = new Watchman(rota);
        watchman.start();
    }

    /**
     * Serves a line from now on. The loop owns the link and closes it when the line ends.
     *
     * @param fence the right under which the port is used; stored with the port before this returns
     * @param listener hears what happens, on the loop's thread: it must be quick
     * @throws StaleFenceException when the port has seen a higher one; the link is closed then
     * @throws TransportException when the fence cannot be stored; the link is closed then
     * @throws IllegalArgumentException when the driver is made for another kind of link; the link is closed then
     * @throws IllegalStateException when this loop is closed
     */
    public MachineLine attach(
            OpenLink link, MachineDriver driver, DriverSettings settings, long fence, Consumer<MachineEvent> listener)
            throws TransportException {
        try {
            link.raiseFence(fence);
            LineTurner turner = new LineTurner(link, driver, settings, heldLimit, listener, System::nanoTime);
            MachineLine line = new MachineLine(link, turner, rota::wake);
            rota.add(line);
            return line;
        } catch (TransportException | RuntimeException e) {
            link.close();
            throw e;
        }
    }

    /** Closes every line; every promise is kept before this returns. Idempotent. */
    @Override
    public void close() {
        List<MachineLine> left = rota.shut(CLOSE_DEADLINE);
        watchman.end();
        left.forEach(line -> line.abandon("the loop was closed"));
    }
}
