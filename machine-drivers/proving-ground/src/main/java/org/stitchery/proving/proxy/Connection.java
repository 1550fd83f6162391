package org.stitchery.proving.proxy;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection through the proxy: two sockets and what is wrong between them. Confined to the proxy's thread. */
final class Connection {

    private final SocketChannel host;
    private final SocketChannel machine;
    private final Fault fault;
    private final Pipe toMachine;
    private final Pipe toHost;
    private boolean struck;
    private boolean closed;

    Connection(SocketChannel host, SocketChannel machine, Fault fault) {
        this.host = host;
        this.machine = machine;
        this.fault = fault;
        this.toMachine = new Pipe(host, machine, fault, fault.toMachine());
        this.toHost = new Pipe(machine, host, fault, !fault.toMachine());
    }

    void register(Selector selector) throws IOException {
        for (SocketChannel side : new SocketChannel[] {host, machine}) {
            side.configureBlocking(false);
            side.setOption(StandardSocketOptions.TCP_NODELAY, true);
            side.register(selector, SelectionKey.OP_READ, this);
        }
        struck = toMachine.strikes() || toHost.strikes();
    }

    boolean closed() {
        return closed;
    }

    /** True when neither side will ever hear of the other's end. */
    boolean silent() {
        return struck;
    }

    /** Does what is due; when it next wants a turn without news. */
    long turn(Selector selector, ByteBuffer room, long nowNanos) {
        if (closed) {
            return Long.MAX_VALUE;
        }
        try {
            if (!struck) {
                toMachine.take(room, nowNanos);
                toHost.take(room, nowNanos);
                Pipe.Result there = toMachine.pass(nowNanos);
                Pipe.Result back = toHost.pass(nowNanos);
                if (there == Pipe.Result.OVER && back == Pipe.Result.OVER) {
                    close(false);
                    return Long.MAX_VALUE;
                }
                struck = there == Pipe.Result.STRUCK || back == Pipe.Result.STRUCK;
            }
            if (struck) {
                strike(room);
            }
            return watch(selector, nowNanos);
        } catch (IOException e) {
            // One side broke it off; so does the other, as it would without anybody between.
            close(true);
            return Long.MAX_VALUE;
        }
    }

    private void strike(ByteBuffer room) throws IOException {
        switch (fault.kind()) {
            case CUT -> close(false);
            case RESET -> close(true);
            case HALF_OPEN -> {
                toMachine.swallow(room);
                toHost.swallow(room);
            }
            default -> {}
        }
    }

    private long watch(Selector selector, long nowNanos) {
        if (closed) {
            return Long.MAX_VALUE;
        }
        boolean deaf = struck && fault.kind() == FaultKind.BLACK_HOLE;
        long due = Math.min(toMachine.dueNanos(), toHost.dueNanos());
        boolean full = due <= nowNanos && fault.kind() != FaultKind.ONE_BYTE && !struck;
        set(host.keyFor(selector), deaf ? 0 : toMachine.interest() | (full ? SelectionKey.OP_WRITE : 0));
        set(machine.keyFor(selector), deaf ? 0 : toHost.interest() | (full ? SelectionKey.OP_WRITE : 0));
        return struck || full ? Long.MAX_VALUE : due;
    }

    private static void set(SelectionKey key, int interest) {
        if (key.isValid() && key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    /** @param broken true when the sides are to see a reset */
    void close(boolean broken) {
        closed = true;
        for (SocketChannel side : new SocketChannel[] {host, machine}) {
            try (side) {
                if (broken) {
                    side.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            } catch (IOException e) {
                System.getLogger(Connection.class.getName()).log(System.Logger.Level.DEBUG, "closing a side", e);
            }
        }
    }
}
