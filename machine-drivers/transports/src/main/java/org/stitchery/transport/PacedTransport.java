package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;

/**
 * Paces a line to the rate of its wire by the host's clock, since neither a socket nor a pseudo terminal does.
 *
 * <p>It keeps the account of a transmitter with a short queue: every accepted byte joins the queue, the queue empties at
 * line rate, and no more is accepted than the queue holds. So whatever was accepted leaves within the few milliseconds
 * the queue stands for, and a machine that says stop gets no more than that.
 */
final class PacedTransport implements RawTransport {

    /** The queue of a plain 16550 transmitter, and what a machine has to leave room for anyhow. */
    private static final int LEAST_QUEUE_BYTES = 16;

    private final RawTransport line;
    private final double bytesPerNano;
    private final LongSupplier nanoClock;
    private double queueBytes;
    private double queued;
    private long countedAtNanos;

    /** @param nanoClock monotonic, as {@link System#nanoTime()} */
    PacedTransport(RawTransport line, int bytesPerSecond, LongSupplier nanoClock) {
        this.line = line;
        this.bytesPerNano = bytesPerSecond / 1e9;
        this.nanoClock = nanoClock;
        this.countedAtNanos = nanoClock.getAsLong();
        visitedEvery(Tempo.LEAST_NANOS);
    }

    /** How long it is from one visit to the next: the queue lasts so long and no longer than needed. */
    final void visitedEvery(long nanos) {
        queueBytes = Math.max(LEAST_QUEUE_BYTES, nanos * bytesPerNano);
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public boolean modemLines() {
        return line.modemLines();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        count();
        int room = (int) (queueBytes - queued);
        if (room < 1 || !from.hasRemaining()) {
            return 0;
        }
        int limit = from.limit();
        from.limit(Math.min(limit, from.position() + room));
        try {
            int accepted = line.write(from);
            queued += accepted;
            return accepted;
        } finally {
            from.limit(limit);
        }
    }

    private void count() {
        long now = nanoClock.getAsLong();
        queued = Math.max(0, queued - (now - countedAtNanos) * bytesPerNano);
        countedAtNanos = now;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return line.read(into);
    }

    @Override
    public int unsent() throws IOException {
        count();
        return Math.max((int) Math.ceil(queued), line.unsent());
    }

    @Override
    public boolean clearToSend() throws IOException {
        return line.clearToSend();
    }

    @Override
    public int discardUnsent() throws IOException {
        return line.discardUnsent();
    }

    @Override
    public void close() {
        line.close();
    }
}
