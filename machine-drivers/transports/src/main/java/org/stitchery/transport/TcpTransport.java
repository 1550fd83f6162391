package org.stitchery.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;
import org.stitchery.transport.TransportException.Reason;

/**
 * A bare TCP connection, unpaced. TCP swallows megabytes that no machine has seen, so the send buffer is kept small; a
 * machine that was switched off is noticed by keep-alive probes instead of after the two hours that are usual.
 */
final class TcpTransport implements RawTransport {

    /** Measured with a peer that read nothing: 184 KB vanish into the path with this, 4.2 MB with the default. */
    private static final int SEND_BUFFER_BYTES = 4096;

    /** Keep-alive in seconds: first probe, between probes, and how many unanswered ones end the connection. */
    private static final int IDLE_SECONDS = 10;

    private static final int INTERVAL_SECONDS = 5;
    private static final int PROBES = 3;

    /** How long a port server may take to say that it is taken. Taste: a few round trips on a slow wireless link. */
    private static final Duration REFUSAL_WINDOW = Duration.ofMillis(150);

    private final String name;
    private final SocketChannel channel;
    private final RefusalGuard refusal;

    private TcpTransport(String name, SocketChannel channel) {
        this.name = name;
        this.channel = channel;
        this.refusal = new RefusalGuard(name);
    }

    /** Connects, waiting no longer than the deadline. Blocks; not for the loop thread. */
    static TcpTransport connect(NetworkLine uri, Duration deadline) throws TransportException {
        String name = uri.place();
        InetSocketAddress address = resolve(uri, name);
        SocketChannel channel = null;
        try {
            channel = SocketChannel.open();
            tune(channel);
            channel.configureBlocking(false);
            if (!channel.connect(address)) {
                await(channel, SelectionKey.OP_CONNECT, deadline);
                if (!channel.finishConnect()) {
                    throw new TransportException(
                            Reason.SILENT,
                            name,
                            "no answer within " + deadline.toMillis() + " ms",
                            "Check address, power and network of the machine.");
                }
            }
            TcpTransport transport = new TcpTransport(name, channel);
            await(channel, SelectionKey.OP_READ, REFUSAL_WINDOW);
            transport.refusal.listen(channel);
            return transport;
        } catch (IOException e) {
            closeQuietly(channel);
            if (e instanceof TransportException known) {
                throw known;
            }
            throw new TransportException(
                    Reason.REFUSED,
                    name,
                    "connection refused: " + e.getMessage(),
                    "Check that the machine or port server is on and listens on this port.",
                    e);
        }
    }

    private static InetSocketAddress resolve(NetworkLine uri, String name) throws TransportException {
        try {
            return new InetSocketAddress(InetAddress.getByName(uri.host()), uri.port());
        } catch (UnknownHostException e) {
            throw new TransportException(
                    Reason.NO_SUCH_PORT,
                    name,
                    "no host of the name " + uri.host(),
                    "Check the spelling, or give the address in numbers.",
                    e);
        }
    }

    private static void tune(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER_BYTES);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
        setIfKnown(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    private static void setIfKnown(SocketChannel channel, SocketOption<Integer> option, int value) throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }

    /** Waits until there is something to read, the other side has ended, or so long. Not for the loop thread. */
    void awaitReadable(Duration longest) throws IOException {
        try {
            await(channel, SelectionKey.OP_READ, longest);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private static void await(SocketChannel channel, int interest, Duration longest) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, interest);
            selector.select(Math.max(1, longest.toMillis()));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean modemLines() {
        return false;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        try {
            return channel.write(from);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        try {
            return refusal.read(channel, into);
        } catch (TransportException e) {
            throw e;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    /** The system does not tell a Java program what waits in its socket; the pace of the host accounts for it. */
    @Override
    public int unsent() {
        return 0;
    }

    @Override
    public boolean clearToSend() {
        return true;
    }

    /** TCP takes nothing back. */
    @Override
    public int discardUnsent() {
        return -1;
    }

    @Override
    public void close() {
        closeQuietly(channel);
    }

    private TransportException lost(IOException e) {
        String what = e instanceof ClosedChannelException ? "the connection was closed at our side" : e.getMessage();
        return TransportException.lost(name, "connection lost: " + what, e);
    }

    private static void closeQuietly(@Nullable SocketChannel channel) {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            System.getLogger(TcpTransport.class.getName()).log(System.Logger.Level.DEBUG, "closing a connection", e);
        }
    }
}
