package org.stitchery.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A line in memory that a test sets: how much it takes, what the machine says, when it breaks. */
final class MemoryTransport implements OpenTransport {

    private final ByteArrayOutputStream accepted = new ByteArrayOutputStream();
    private final Queue<Byte> said = new ConcurrentLinkedQueue<>();
    private volatile int takes = Integer.MAX_VALUE;
    private volatile boolean broken;
    private volatile boolean hungUp;
    private volatile boolean closed;
    private volatile long fence;

    /** The line takes so many more bytes and then no more. */
    MemoryTransport takes(int bytes) {
        takes = bytes;
        return this;
    }

    void say(int... bytes) {
        for (int value : bytes) {
            said.add((byte) value);
        }
    }

    void breaks() {
        broken = true;
    }

    void hangsUp() {
        hungUp = true;
    }

    boolean isClosed() {
        return closed;
    }

    synchronized byte[] accepted() {
        return accepted.toByteArray();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public synchronized int write(ByteBuffer from) throws IOException {
        check();
        byte[] piece = new byte[Math.min(takes, from.remaining())];
        from.get(piece);
        accepted.writeBytes(piece);
        takes -= piece.length;
        return piece.length;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        check();
        int count = 0;
        for (Byte next = into.hasRemaining() ? said.poll() : null; next != null; next = said.poll()) {
            into.put(next);
            count++;
            if (!into.hasRemaining()) {
                break;
            }
        }
        return count == 0 && hungUp ? -1 : count;
    }

    private void check() throws IOException {
        if (broken || closed) {
            throw TransportException.lost("memory", "the line broke", null);
        }
    }

    @Override
    public int unsent() {
        return 0;
    }

    @Override
    public boolean clearToSend() {
        return true;
    }

    @Override
    public int discardUnsent() {
        return -1;
    }

    @Override
    public int bytesPerSecond() {
        return 11_520;
    }

    @Override
    public boolean modemLines() {
        return false;
    }

    @Override
    public void raiseFence(long offered) throws TransportException {
        if (offered < fence) {
            throw new StaleFenceException("memory", offered, fence);
        }
        fence = offered;
    }

    @Override
    public long fence() {
        return fence;
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "memory, accepted " + Arrays.toString(accepted());
    }
}
