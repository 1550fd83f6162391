package org.stitchery.plugin.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.stitchery.driver.api.DriverSettings;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.LineDriver;
import org.stitchery.driver.api.MachineConnection;
import org.stitchery.driver.api.MachineDriver;
import org.stitchery.driver.api.Transport;

/**
 * A line. What comes in is brought along with each turn; what goes out is asked for and answered byte by byte, so that
 * <em>accepted</em> means in here what it means at the line.
 */
final class HostedTransport extends HostedLink implements Transport {

    private static final int LARGEST_WRITE = 64 * 1024;

    private final Queue<ByteBuffer> inbound = new ArrayDeque<>();
    private int backlog;
    private boolean otherSideEnded;
    private boolean clearToSend = true;
    private int unsent;

    HostedTransport(String name, ParentWire wire) {
        super(name, wire);
    }

    @Override
    MachineConnection open(MachineDriver driver, DriverSettings settings, Host host) {
        return ((LineDriver) driver).open(settings, this, host);
    }

    @Override
    void state(Unpack state) {
        byte[] came = state.bytes();
        if (came.length > 0) {
            inbound.add(ByteBuffer.wrap(came));
            backlog += came.length;
        }
        otherSideEnded |= state.flag();
        clearToSend = state.flag();
        unsent = state.number();
    }

    @Override
    int backlog() {
        return backlog;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        ownThread();
        if (!from.hasRemaining()) {
            return 0;
        }
        byte[] offered = new byte[Math.min(from.remaining(), LARGEST_WRITE)];
        from.duplicate().get(offered);
        send(new Pack().bytes(offered).frame(Frame.Kind.WRITE));
        int accepted = answer();
        from.position(from.position() + accepted);
        return accepted;
    }

    @Override
    public int discardUnsent() throws IOException {
        ownThread();
        send(Pack.empty(Frame.Kind.DISCARD));
        return answer();
    }

    private int answer() throws IOException {
        Unpack taken = taken();
        int count = taken.number();
        unsent = taken.number();
        return count;
    }

    @Override
    public int read(ByteBuffer into) {
        ownThread();
        int count = 0;
        for (ByteBuffer next = inbound.peek(); next != null && into.hasRemaining(); next = inbound.peek()) {
            int part = Math.min(into.remaining(), next.remaining());
            into.put(next.slice().limit(part));
            next.position(next.position() + part);
            count += part;
            if (!next.hasRemaining()) {
                inbound.remove();
            }
        }
        backlog -= count;
        return count == 0 && otherSideEnded && inbound.isEmpty() ? -1 : count;
    }

    @Override
    public int unsent() {
        ownThread();
        return unsent;
    }

    @Override
    public boolean clearToSend() {
        ownThread();
        return clearToSend;
    }
}
