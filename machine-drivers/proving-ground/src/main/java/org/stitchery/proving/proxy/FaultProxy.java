package org.stitchery.proving.proxy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Stands between hosts and machines on TCP and does to their bytes what a {@link Fault} says. One thread for any number
 * of connections; every method may be called from any thread.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int MOST_AT_ONCE = 16_384;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> told = new ConcurrentLinkedQueue<>();
    private final List<Connection> connections = new ArrayList<>();
    private volatile boolean off;

    /** A way to one machine. */
    public final class Gate {

        private final ServerSocketChannel server;
        private final InetSocketAddress machine;
        private final Supplier<Fault> faults;
        private final int port;
        private final List<Connection> through = new ArrayList<>();

        private Gate(ServerSocketChannel server, InetSocketAddress machine, Supplier<Fault> faults) throws IOException {
            this.server = server;
            this.machine = machine;
            this.faults = faults;
            this.port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        }

        /** Where hosts connect. */
        public int port() {
            return port;
        }

        /**
         * Ends the way: no host comes through any more, and where a fault keeps sides from hearing of each other's end
         * they hear of it now. What is under way on a sound connection still arrives. Done when all of it has ended.
         */
        public CompletableFuture<Void> release() {
            CompletableFuture<Void> done = new CompletableFuture<>();
            tell(() -> {
                try {
                    server.close();
                } catch (IOException e) {
                    done.completeExceptionally(e);
                }
                through.stream().filter(Connection::silent).forEach(c -> c.close(true));
                finish(done);
            });
            return done;
        }

        private void finish(CompletableFuture<Void> done) {
            through.removeIf(Connection::closed);
            if (through.isEmpty() || off) {
                done.complete(null);
            } else {
                tell(() -> finish(done));
            }
        }

        private void accept() throws IOException {
            SocketChannel host = server.accept();
            if (host == null) {
                return;
            }
            SocketChannel to;
            try {
                to = SocketChannel.open(machine);
            } catch (IOException e) {
                // No machine, no connection.
                host.close();
                return;
            }
            Connection connection = new Connection(host, to, faults.get());
            connection.register(selector);
            through.add(connection);
            connections.add(connection);
        }
    }

    public FaultProxy() throws IOException {
        selector = Selector.open();
        thread = new Thread(this::run, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    /** A way from a free port of this computer to a machine, every connection with this fault. */
    public Gate open(InetSocketAddress machine, Fault fault) throws IOException {
        return open(new InetSocketAddress("127.0.0.1", 0), machine, () -> fault);
    }

    /**
     * A way from one address to another.
     *
     * @param faults asked in the proxy's thread once for each connection, in the order they come
     */
    public Gate open(InetSocketAddress listen, InetSocketAddress machine, Supplier<Fault> faults) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open();
        try {
            server.bind(listen);
            server.configureBlocking(false);
            Gate gate = new Gate(server, machine, faults);
            server.register(selector, SelectionKey.OP_ACCEPT, gate);
            selector.wakeup();
            return gate;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Breaks everything off. */
    @Override
    public void close() throws IOException {
        off = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Runnable word) {
        told.add(word);
        selector.wakeup();
    }

    private void run() {
        ByteBuffer room = ByteBuffer.allocate(MOST_AT_ONCE);
        try {
            while (!off) {
                long due = turn(room);
                long wait = due == Long.MAX_VALUE ? 0 : Math.max(1, (due - System.nanoTime()) / NANOS_PER_MILLI + 1);
                if (due <= System.nanoTime()) {
                    selector.selectNow();
                } else {
                    selector.select(wait);
                }
            }
        } catch (IOException e) {
            System.getLogger(FaultProxy.class.getName()).log(System.Logger.Level.ERROR, "the proxy broke", e);
        }
        off = true;
        listen(told);
        connections.forEach(c -> c.close(true));
        for (SelectionKey key : selector.keys()) {
            closeQuietly(key);
        }
        try {
            selector.close();
        } catch (IOException e) {
            System.getLogger(FaultProxy.class.getName()).log(System.Logger.Level.DEBUG, "closing the proxy", e);
        }
    }

    private static void closeQuietly(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            System.getLogger(FaultProxy.class.getName()).log(System.Logger.Level.DEBUG, "closing a socket", e);
        }
    }

    private long turn(ByteBuffer room) throws IOException {
        for (SelectionKey key : selector.selectedKeys()) {
            if (key.attachment() instanceof Gate gate && key.isValid()) {
                gate.accept();
            }
        }
        selector.selectedKeys().clear();
        long due = Long.MAX_VALUE;
        for (Iterator<Connection> all = connections.iterator(); all.hasNext(); ) {
            Connection connection = all.next();
            due = Math.min(due, connection.turn(selector, room, System.nanoTime()));
            if (connection.closed()) {
                all.remove();
            }
        }
        listen(told);
        return due;
    }

    /** Hears what was said so far; what says so again is heard next time. */
    private static void listen(Queue<Runnable> told) {
        for (int i = told.size(); i > 0; i--) {
            Runnable word = told.poll();
            if (word != null) {
                word.run();
            }
        }
    }
}
