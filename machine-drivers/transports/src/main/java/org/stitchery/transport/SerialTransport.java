package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import jssc.SerialNativeInterface;
import jssc.SerialPort;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.TransportException.Reason;

/**
 * A serial port through jSSC, unpaced, arranged around what that library and Linux were seen to do:
 *
 * <ul>
 *   <li>On a pseudo terminal {@code setParams} applies the parameters and still answers false, because there are no modem
 *       lines to set afterwards; so false is fatal only where there are modem lines.
 *   <li>A write blocks for ever once the system's queue is full or held. Small pieces are written and only while the
 *       queue is short. Where the queue cannot be asked (a pseudo terminal says 0 always) a write can still block; then
 *       {@link #close()} from another thread frees it.
 *   <li>Closing alone leaves a blocked writer stuck for ever. Flow control has to be off and the queue purged first; and
 *       because a purge makes room without waking anybody, flow control is set once more after it, which does. Seen on
 *       Linux 6: without the second time a writer stayed stuck in one trial of three. Repeated until the writer is out.
 *   <li>A listener would cost a polling thread for each port, so the incoming count is asked instead.
 * </ul>
 */
final class SerialTransport implements RawTransport {

    /**
     * Longest piece handed to the system at once, and the queue length up to which more is added: what 115,200 baud carry
     * between two turns of a loop with a thousand lines. On a line that is paced the queue stays far shorter.
     */
    private static final int PIECE_BYTES = 128;

    /** How long closing tries to free a stuck writer, and how often. Seen to take 4 to 14 ms. */
    private static final long FREEING_NANOS = 200_000_000;

    private static final long POLL_NANOS = 1_000_000;

    private final String name;
    private final SerialNativeInterface ports;
    private final long handle;
    private final boolean modemLines;
    private final boolean handshake;
    private final Object closing = new Object();
    private volatile boolean closed;

    /** A call of ours is with the system, so the handle must stay ours: closed, its number may be another port's. */
    private volatile boolean inside;

    private int writtenSinceAsked = PIECE_BYTES;

    /** What waited to be sent when the system was last asked, and what was handed over since. */
    private int waiting;

    private boolean waitingIsFresh;

    SerialTransport(String name, SerialNativeInterface ports, long handle, boolean modemLines, boolean handshake) {
        this.name = name;
        this.ports = ports;
        this.handle = handle;
        this.modemLines = modemLines;
        this.handshake = handshake;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean modemLines() {
        return modemLines;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = Math.min(from.remaining(), PIECE_BYTES);
        if (count == 0 || !roomFor(count)) {
            return 0;
        }
        boolean whole;
        enter();
        try {
            byte[] piece = new byte[count];
            from.get(piece);
            whole = ports.writeBytes(handle, piece);
        } catch (IOException e) {
            throw lost(e);
        } finally {
            inside = false;
        }
        if (!whole) {
            if (closed) {
                throw closedHere(null);
            }
            throw TransportException.lost(
                    name,
                    "the port is gone, or took only a part of " + count + " bytes and does not say how many",
                    null);
        }
        writtenSinceAsked += count;
        waiting += count;
        return count;
    }

    /**
     * Closing makes room in the system's queue before it closes. A writer that filled it again would be stuck for ever; so
     * nobody goes in once it has begun.
     */
    private void enter() throws TransportException {
        inside = true;
        if (closed) {
            inside = false;
            throw closedHere(null);
        }
    }

    /** Asking costs a system call, so it is done once for every piece length, which no queue is shorter than. */
    private boolean roomFor(int count) throws IOException {
        if (handshake && !clearToSend()) {
            return false;
        }
        if (writtenSinceAsked + count <= PIECE_BYTES) {
            return true;
        }
        writtenSinceAsked = unsent();
        return writtenSinceAsked + count <= PIECE_BYTES;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = Math.min(askCounts(), into.remaining());
        if (count == 0) {
            return 0;
        }
        enter();
        try {
            byte[] bytes = ports.readBytes(handle, count);
            into.put(bytes);
            return bytes.length;
        } catch (IOException e) {
            throw lost(e);
        } finally {
            inside = false;
        }
    }

    /** One call tells both numbers. @return bytes that have come in */
    private int askCounts() throws IOException {
        enter();
        try {
            int[] counts = ports.getBuffersBytesCount(handle);
            if (counts[0] < 0 || counts[1] < 0) {
                throw TransportException.lost(name, "the port is gone", null);
            }
            waiting = counts[1];
            waitingIsFresh = true;
            return counts[0];
        } catch (TransportException e) {
            throw closed ? closedHere(e) : e;
        } catch (IOException e) {
            throw lost(e);
        } finally {
            inside = false;
        }
    }

    /** The answer to a read just before is good for one question: what was handed over since is counted in. */
    @Override
    public int unsent() throws IOException {
        if (!waitingIsFresh) {
            askCounts();
        }
        waitingIsFresh = false;
        return waiting;
    }

    @Override
    public boolean clearToSend() throws IOException {
        if (!handshake) {
            return true;
        }
        enter();
        try {
            return ports.getLinesStatus(handle)[0] == 1;
        } finally {
            inside = false;
        }
    }

    @Override
    public int discardUnsent() throws IOException {
        waitingIsFresh = false;
        int left = unsent();
        enter();
        try {
            return ports.purgePort(handle, SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR) && modemLines
                    ? left
                    : -1;
        } finally {
            inside = false;
            waitingIsFresh = false;
        }
    }

    @Override
    public void close() {
        synchronized (closing) {
            if (closed) {
                return;
            }
            closed = true;
            long giveUpNanos = System.nanoTime() + FREEING_NANOS;
            do {
                ports.setFlowControlMode(handle, SerialPort.FLOWCONTROL_NONE);
                ports.purgePort(handle, SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR);
                ports.setFlowControlMode(handle, SerialPort.FLOWCONTROL_NONE);
            } while (somebodyStaysFor(POLL_NANOS) && System.nanoTime() - giveUpNanos < 0);
            ports.closePort(handle);
        }
    }

    /** Nobody tells when a native write returns, so it is looked at. */
    private boolean somebodyStaysFor(long nanos) {
        if (inside) {
            LockSupport.parkNanos(nanos);
        }
        return inside;
    }

    private TransportException lost(IOException e) {
        return closed ? closedHere(e) : TransportException.lost(name, "the port is gone: " + e.getMessage(), e);
    }

    private TransportException closedHere(@Nullable IOException e) {
        return new TransportException(Reason.LOST, name, "the port was closed at our side", "Open it again.", e);
    }
}
