package org.stitchery.transport;

import java.io.IOException;
import java.util.function.LongSupplier;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;

/**
 * A link as a driver sees it: counted, watched, and taken back when the host wants it. Confined to the thread that turns
 * the line, except where said.
 */
abstract sealed class Lent permits LentTransport, LentPlace, LentDesk {

    private final OpenLink link;
    private final LongSupplier nanoClock;
    private boolean speaking;

    /** Counts beginnings and ends; what an exchange leaves behind must not be done in the name of the next. */
    private volatile int exchange;

    private volatile long lastMovedNanos;

    /** Written by one thread only; volatile because the watchman reads it when that thread is stuck. */
    private volatile long acceptedInExchange;

    private volatile boolean takenBack;

    Lent(OpenLink link, LongSupplier nanoClock) {
        this.link = link;
        this.nanoClock = nanoClock;
    }

    static Lent of(OpenLink link, LongSupplier nanoClock) {
        if (link instanceof OpenTransport line) {
            return new LentTransport(line, nanoClock);
        }
        return link instanceof OpenDesk desk
                ? new LentDesk(desk, nanoClock)
                : new LentPlace((OpenFilePlace) link, nanoClock);
    }

    /**
     * Lets the driver begin.
     *
     * @throws IllegalArgumentException when the driver is made for another kind of link
     */
    abstract MachineConnection open(MachineDriver driver, DriverSettings settings, Host host);

    /** How often the driver has to be visited while it works, in nanoseconds, at most. */
    abstract long visitNanos();

    /** How often it will be visited from now on. */
    void visitedEvery(long nanos) {}

    /** True when nothing will ever come in again. */
    boolean otherSideEnded() {
        return false;
    }

    /** A delivery was told to end: nothing more of its design may leave, though its driver may still say something. */
    void aborted() {}

    /** Takes back what the driver has handed over and has not left, as far as that is possible. */
    abstract void recallUnsent() throws IOException;

    final IllegalArgumentException notFor(MachineDriver driver) {
        return new IllegalArgumentException(Links.misfit(driver, link.name()));
    }

    /** From here on the driver may change something, and bytes count anew. */
    void beginExchange(long nowNanos) {
        speaking = true;
        countExchange();
        acceptedInExchange = 0;
        lastMovedNanos = nowNanos;
    }

    void endExchange() {
        speaking = false;
        countExchange();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    private void countExchange() {
        exchange++;
    }

    /** Stands for the exchange that runs now. Any thread. */
    final int exchange() {
        return exchange;
    }

    /** Any thread: every later call of the driver fails. */
    final void takeBack() {
        takenBack = true;
    }

    /** Any thread. */
    final long acceptedInExchange() {
        return acceptedInExchange;
    }

    /** Any thread. */
    final long lastMovedNanos() {
        return lastMovedNanos;
    }

    public final String name() {
        return link.name();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    final void accepted(long bytes) {
        acceptedInExchange += bytes;
        moved();
    }

    /** Something got further. Any thread. */
    final void moved() {
        lastMovedNanos = nanoClock.getAsLong();
    }

    final boolean isTakenBack() {
        return takenBack;
    }

    final boolean isSpeaking() {
        return speaking;
    }

    final void maySpeak() throws IOException {
        stillLent();
        if (!speaking) {
            throw new IllegalStateException("a driver wrote while none of its exchanges ran");
        }
    }

    final void stillLent() throws IOException {
        if (takenBack) {
            throw TransportException.lost(link.name(), "the host has taken the link back", null);
        }
    }
}
