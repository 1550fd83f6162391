package org.stitchery.transport.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/**
 * Makes the sockets of one session and can close them all from any thread. Closing the socket itself, below whatever
 * speaks over it, is the only thing that frees a thread at once.
 */
public final class Sockets extends SocketFactory {

    private final int connectMillis;

    /** Guards everything below. */
    private final Object gate = new Object();

    private final List<Socket> made = new ArrayList<>();
    private boolean closed;

    public Sockets(Duration connect) {
        this.connectMillis = Math.toIntExact(connect.toMillis());
    }

    /** Not connected yet. */
    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Disguised();
        socket.setTcpNoDelay(true);
        socket.setKeepAlive(true);
        synchronized (gate) {
            made.removeIf(Socket::isClosed);
            if (!closed) {
                made.add(socket);
                return socket;
            }
        }
        socket.close();
        throw new IOException("the place was closed");
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return createSocket(InetAddress.getByName(host), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        try {
            socket.connect(new InetSocketAddress(host, port), connectMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        throw new IOException("sockets are not bound to an address of ours");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        throw new IOException("sockets are not bound to an address of ours");
    }

    /** A socket that can tell another port than it is connected to, to those who remember things by ports. */
    public static final class Disguised extends Socket {

        private volatile int shownPort;

        public void showPort(int port) {
            shownPort = port;
        }

        @Override
        public int getPort() {
            return shownPort == 0 ? super.getPort() : shownPort;
        }
    }

    /** No further ones are made. */
    public void close() {
        List<Socket> open;
        synchronized (gate) {
            closed = true;
            open = List.copyOf(made);
            made.clear();
        }
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                System.getLogger(Sockets.class.getName())
                        .log(System.Logger.Level.DEBUG, () -> "a socket could not be closed", e);
            }
        }
    }
}
