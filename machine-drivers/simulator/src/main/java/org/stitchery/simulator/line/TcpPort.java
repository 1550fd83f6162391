package org.stitchery.simulator.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A TCP port as a serial device server has it: raw bytes, one host at a time. A second one is told so and turned away,
 * in the words ser2net uses.
 */
final class TcpPort implements Port {

    /**
     * Enough for the small segments of a paced host, each of which costs the kernel far more than its bytes: with 4096 it
     * dropped some, and they came a fifth of a second later, in a burst after the XOFF.
     */
    private static final int RECEIVE_BUFFER = 65_536;

    private static final byte[] IN_USE = "Port already in use\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocketChannel server;
    private final String host;
    private final int port;
    private @Nullable Selector selector;
    private @Nullable SocketChannel line;
    private boolean readable;

    private TcpPort(ServerSocketChannel server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    static TcpPort open(ListenAddress.Tcp address) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            InetSocketAddress wanted = new InetSocketAddress(address.host(), address.port());
            if (wanted.isUnresolved()) {
                throw new IOException("Unknown host " + address.host());
            }
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            server.bind(wanted);
            server.configureBlocking(false);
            int port = ((InetSocketAddress) server.getLocalAddress()).getPort();
            return new TcpPort(server, address.host(), port);
        } catch (IOException e) {
            server.close();
            throw new IOException(
                    "Cannot listen on tcp://" + address.host() + ":" + address.port() + ": " + e.getMessage()
                            + "; choose another port, or 0 for any free one",
                    e);
        }
    }

    /** Lets the selector tell of hosts and bytes. */
    void watchWith(Selector watching) throws IOException {
        selector = watching;
        server.register(watching, SelectionKey.OP_ACCEPT, this);
    }

    /** The selector saw something of this port. */
    void selected(SelectionKey key) throws IOException {
        if (key.channel() == server) {
            accept();
        } else {
            readable = true;
            key.interestOps(0);
        }
    }

    private void accept() throws IOException {
        SocketChannel caller = server.accept();
        if (caller == null) {
            return;
        }
        try {
            caller.configureBlocking(false);
            if (line != null) {
                caller.write(ByteBuffer.wrap(IN_USE));
                caller.close();
                return;
            }
            caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
            caller.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            if (selector != null) {
                caller.register(selector, SelectionKey.OP_READ, this);
            }
            line = caller;
            readable = false;
        } catch (IOException e) {
            caller.close();
        }
    }

    @Override
    public String address() {
        return "tcp://" + host + ":" + port;
    }

    @Override
    public boolean hostThere() {
        return line != null;
    }

    @Override
    public boolean readable() {
        return readable;
    }

    @Override
    public int read(byte[] into, int most) throws IOException {
        SocketChannel from = line;
        if (from == null) {
            return 0;
        }
        int got;
        try {
            got = from.read(ByteBuffer.wrap(into, 0, most));
        } catch (IOException e) {
            got = -1;
        }
        if (got < 0) {
            hangUp(from);
        } else if (got < most) {
            readable = false;
            SelectionKey key = selector == null ? null : from.keyFor(selector);
            if (key != null) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }
        return got;
    }

    @Override
    public void write(byte[] bytes, int length) {
        SocketChannel to = line;
        if (to != null) {
            try {
                to.write(ByteBuffer.wrap(bytes, 0, length));
            } catch (IOException e) {
                // The host is gone; the next read says so.
                readable = true;
            }
        }
    }

    @Override
    public boolean resetLine() throws IOException {
        SocketChannel from = line;
        if (from != null) {
            // Without waiting for what was not read, a close is a reset.
            from.setOption(StandardSocketOptions.SO_LINGER, 0);
            hangUp(from);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        try (server) {
            if (line != null) {
                line.close();
            }
        }
    }

    private void hangUp(SocketChannel gone) throws IOException {
        line = null;
        readable = false;
        gone.close();
    }
}
