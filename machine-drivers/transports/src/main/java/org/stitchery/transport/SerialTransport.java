package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;
import jssc.SerialPort;
import jssc.SerialPortException;
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

    /** Longest piece handed to the system at once, and the queue length up to which more is added. */
    private static final int PIECE_BYTES = 64;

    /** How long closing tries to free a stuck writer, and how often. Seen to take 4 to 14 ms. */
    private static final long FREEING_NANOS = 200_000_000;

    private static final long POLL_NANOS = 1_000_000;

    private final String name;
    private final SerialPort port;
    private final boolean modemLines;
    private final boolean handshake;
    private final Object closing = new Object();
    private volatile boolean closed;
    private volatile boolean writing;
    private int writtenSinceAsked = PIECE_BYTES;

    SerialTransport(String name, SerialPort port, boolean modemLines, boolean handshake) {
        this.name = name;
        this.port = port;
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
        // Closing makes room in the system's queue before it closes. A writer that filled it again would be stuck for
        // ever.
        if (closed) {
            throw closedHere(null);
        }
        int count = Math.min(from.remaining(), PIECE_BYTES);
        if (count == 0 || !roomFor(count)) {
            return 0;
        }
        byte[] piece = new byte[count];
        from.get(piece);
        boolean whole;
        writing = true;
        try {
            whole = port.writeBytes(piece);
        } catch (SerialPortException e) {
            throw lost(e);
        } finally {
            writing = false;
        }
        if (!whole) {
            throw TransportException.lost(
                    name, "the system took only a part of " + count + " bytes and does not say how many", null);
        }
        writtenSinceAsked += count;
        return count;
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
        try {
            int waiting = Math.min(port.getInputBufferBytesCount(), into.remaining());
            if (waiting < 0) {
                throw TransportException.lost(name, "the port no longer says what has come in", null);
            }
            if (waiting == 0) {
                return 0;
            }
            byte[] bytes = port.readBytes(waiting);
            into.put(bytes);
            return bytes.length;
        } catch (SerialPortException e) {
            throw lost(e);
        }
    }

    @Override
    public int unsent() throws IOException {
        try {
            int waiting = port.getOutputBufferBytesCount();
            if (waiting < 0) {
                throw TransportException.lost(name, "the port no longer says what is waiting", null);
            }
            return waiting;
        } catch (SerialPortException e) {
            throw lost(e);
        }
    }

    @Override
    public boolean clearToSend() throws IOException {
        if (!handshake) {
            return true;
        }
        try {
            return port.isCTS();
        } catch (SerialPortException e) {
            throw lost(e);
        }
    }

    @Override
    public int discardUnsent() throws IOException {
        try {
            int waiting = unsent();
            return port.purgePort(SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR) && modemLines ? waiting : -1;
        } catch (SerialPortException e) {
            throw lost(e);
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
                noFlowControl();
                tell("purge", () -> port.purgePort(SerialPort.PURGE_TXABORT | SerialPort.PURGE_TXCLEAR));
                noFlowControl();
            } while (writerStaysFor(POLL_NANOS) && System.nanoTime() - giveUpNanos < 0);
            tell("close", port::closePort);
        }
    }

    private void noFlowControl() {
        tell("flow control off", () -> port.setFlowControlMode(SerialPort.FLOWCONTROL_NONE));
    }

    /** Nobody tells when a native write returns, so it is looked at. */
    private boolean writerStaysFor(long nanos) {
        if (writing) {
            LockSupport.parkNanos(nanos);
        }
        return writing;
    }

    private interface Step {
        boolean run() throws SerialPortException;
    }

    /** A port that is gone refuses every step, and every step has to be tried all the same. */
    private void tell(String what, Step step) {
        try {
            step.run();
        } catch (SerialPortException e) {
            System.getLogger(SerialTransport.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> name + ": " + what + ": " + e.getMessage());
        }
    }

    private TransportException lost(SerialPortException e) {
        return closed ? closedHere(e) : TransportException.lost(name, "the port is gone: " + e.getExceptionType(), e);
    }

    private TransportException closedHere(@Nullable SerialPortException e) {
        return new TransportException(Reason.LOST, name, "the port was closed at our side", "Open it again.", e);
    }
}
