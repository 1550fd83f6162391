package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.stitchery.driver.api.Transport;

/**
 * A line as a driver sees it: counted, watched, and taken back when the host wants it. Confined to the thread that turns
 * the line, except where said.
 */
final class LentTransport implements Transport {

    private final OpenTransport line;
    private final LongSupplier nanoClock;
    private boolean speaking;
    private boolean otherSideEnded;
    private long lastAcceptedNanos;

    /** Written by one thread only; volatile because the watchman reads it when that thread is stuck. */
    private volatile long acceptedInExchange;

    private volatile boolean takenBack;

    LentTransport(OpenTransport line, LongSupplier nanoClock) {
        this.line = line;
        this.nanoClock = nanoClock;
    }

    /** From here on the driver may write, and bytes count anew. */
    void beginExchange(long nowNanos) {
        speaking = true;
        acceptedInExchange = 0;
        lastAcceptedNanos = nowNanos;
    }

    void endExchange() {
        speaking = false;
    }

    /** Any thread: every later call of the driver fails. */
    void takeBack() {
        takenBack = true;
    }

    /** Any thread. */
    long acceptedInExchange() {
        return acceptedInExchange;
    }

    long lastAcceptedNanos() {
        return lastAcceptedNanos;
    }

    boolean otherSideEnded() {
        return otherSideEnded;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer
    public int write(ByteBuffer from) throws IOException {
        stillLent();
        if (!speaking) {
            throw new IllegalStateException("a driver wrote while none of its exchanges ran");
        }
        int accepted = line.write(from);
        if (accepted > 0) {
            acceptedInExchange += accepted;
            lastAcceptedNanos = nanoClock.getAsLong();
        }
        return accepted;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        stillLent();
        int count = line.read(into);
        if (count < 0) {
            otherSideEnded = true;
        }
        return count;
    }

    @Override
    public int unsent() throws IOException {
        stillLent();
        return line.unsent();
    }

    @Override
    public boolean clearToSend() throws IOException {
        stillLent();
        return line.clearToSend();
    }

    @Override
    public int discardUnsent() throws IOException {
        stillLent();
        return line.discardUnsent();
    }

    private void stillLent() throws IOException {
        if (takenBack) {
            throw TransportException.lost(line.name(), "the host has taken the line back", null);
        }
    }
}
