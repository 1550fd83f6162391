package org.stitchery.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A paced line together with the right that makes it ours. */
final class LockedTransport implements OpenTransport {

    private final PacedTransport line;
    private final int bytesPerSecond;
    private final PortRight right;

    LockedTransport(PacedTransport line, int bytesPerSecond, PortRight right) {
        this.line = line;
        this.bytesPerSecond = bytesPerSecond;
        this.right = right;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public int bytesPerSecond() {
        return bytesPerSecond;
    }

    @Override
    public void visitedEvery(long nanos) {
        line.visitedEvery(nanos);
    }

    @Override
    public boolean modemLines() {
        return line.modemLines();
    }

    @Override
    public void raiseFence(long fence) throws TransportException {
        right.fence().raiseFence(fence);
    }

    @Override
    public long fence() {
        return right.fence().fence();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return line.write(from);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return line.read(into);
    }

    @Override
    public int unsent() throws IOException {
        return line.unsent();
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
        right.close();
    }
}
