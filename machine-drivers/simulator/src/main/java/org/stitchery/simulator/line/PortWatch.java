package org.stitchery.simulator.line;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits for all ports at once: one selector for TCP, one call of poll for ptys, however many there are. Confined to one
 * thread.
 */
public final class PortWatch implements Closeable {

    /** {@code struct pollfd}: int fd, short events, short revents. */
    private static final int POLLFD_BYTES = 8;
    /** With both kinds to wait for, each gets its turn this often. */
    private static final long MIXED_MILLIS = 2;

    private final @Nullable Selector selector;
    private final List<PtyPort> ptys = new ArrayList<>();
    private final @Nullable Memory pollFds;
    private final @Nullable ByteBuffer pollView;

    /** Watches these ports; {@link #close} leaves them open. */
    public PortWatch(List<Port> ports) throws IOException {
        boolean anyTcp = ports.stream().anyMatch(p -> p instanceof TcpPort);
        selector = anyTcp ? Selector.open() : null;
        for (Port port : ports) {
            if (port instanceof PtyPort pty) {
                ptys.add(pty);
            } else if (port instanceof TcpPort tcp && selector != null) {
                tcp.watchWith(selector);
            }
        }
        pollFds = ptys.isEmpty() ? null : new Memory((long) POLLFD_BYTES * ptys.size());
        pollView = pollFds == null
                ? null
                : pollFds.getByteBuffer(0, pollFds.size()).order(ByteOrder.nativeOrder());
    }

    /**
     * Waits until a port has news, or so long.
     *
     * @param millis 0 only looks
     */
    public void await(long millis) throws IOException {
        if (selector == null) {
            poll(millis);
        } else if (ptys.isEmpty()) {
            select(millis);
        } else {
            poll(0);
            select(Math.min(millis, MIXED_MILLIS));
        }
    }

    private void select(long millis) throws IOException {
        Selector watching = selector;
        if (watching == null) {
            return;
        }
        if (millis > 0) {
            watching.select(millis);
        } else {
            watching.selectNow();
        }
        for (SelectionKey key : watching.selectedKeys()) {
            if (key.isValid() && key.attachment() instanceof TcpPort port) {
                port.selected(key);
            }
        }
        watching.selectedKeys().clear();
    }

    /**
     * A pty without a host is hung up all the time, which would end every wait at once: those are only looked at, the
     * others are waited for.
     */
    private void poll(long millis) throws IOException {
        pollThose(false, 0);
        pollThose(true, millis);
    }

    private void pollThose(boolean withHost, long millis) throws IOException {
        ByteBuffer view = pollView;
        Memory fds = pollFds;
        if (view == null || fds == null) {
            return;
        }
        for (int i = 0; i < ptys.size(); i++) {
            PtyPort pty = ptys.get(i);
            boolean asked = pty.wantsPoll() && pty.hostThere() == withHost;
            view.putInt(i * POLLFD_BYTES, asked ? pty.fd() : -1);
            view.putShort(i * POLLFD_BYTES + 4, LibC.POLLIN);
            view.putShort(i * POLLFD_BYTES + 6, (short) 0);
        }
        int ready = LibC.poll(fds, ptys.size(), (int) millis);
        if (ready < 0 && Native.getLastError() != LibC.EINTR) {
            throw new IOException("poll failed with error " + Native.getLastError());
        }
        for (int i = 0; i < ptys.size(); i++) {
            if (view.getInt(i * POLLFD_BYTES) >= 0) {
                int events = view.getShort(i * POLLFD_BYTES + 6);
                if (events != 0 || !withHost) {
                    ptys.get(i).polled(events);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (selector != null) {
            selector.close();
        }
    }
}
