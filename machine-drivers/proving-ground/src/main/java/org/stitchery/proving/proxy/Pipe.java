package org.stitchery.proving.proxy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/** One direction of one connection. Confined to the thread of its proxy. */
final class Pipe {

    /** So much may be under way before no more is taken. Taste. */
    private static final int MOST_WAITING = 65_536;

    /** Bytes on their way and when they arrive. */
    private record Chunk(ByteBuffer bytes, long dueNanos) {}

    private final SocketChannel from;
    private final SocketChannel to;
    private final Fault fault;
    private final boolean counted;
    private final ArrayDeque<Chunk> underWay = new ArrayDeque<>();
    private int waiting;
    private long taken;
    private long passed;
    private boolean ended;
    private boolean endPassed;

    /** What follows from a turn. */
    enum Result {
        GOES_ON,
        /** The fault's byte has been passed. */
        STRUCK,
        /** The sending side has ended and the other was told. */
        OVER
    }

    /** @param counted true in the direction whose bytes the fault counts */
    Pipe(SocketChannel from, SocketChannel to, Fault fault, boolean counted) {
        this.from = from;
        this.to = to;
        this.fault = fault;
        this.counted = counted;
    }

    /** Takes what has come. */
    void take(ByteBuffer room, long nowNanos) throws IOException {
        if (ended || waiting >= MOST_WAITING) {
            return;
        }
        room.clear();
        int got = from.read(room);
        if (got < 0) {
            ended = true;
        } else if (got > 0) {
            byte[] bytes = new byte[got];
            room.flip().get(bytes);
            flip(bytes);
            taken += got;
            waiting += got;
            long delay = fault.kind() == FaultKind.LATENCY ? fault.latencyMillis() * 1_000_000L : 0;
            underWay.add(new Chunk(ByteBuffer.wrap(bytes), nowNanos + delay));
        }
    }

    /** Takes what has come and forgets it. */
    void swallow(ByteBuffer room) throws IOException {
        int got = 1;
        while (!ended && got > 0) {
            room.clear();
            got = from.read(room);
            ended = got < 0;
        }
    }

    /** Passes on what is due. */
    Result pass(long nowNanos) throws IOException {
        while (!underWay.isEmpty() && underWay.peek().dueNanos() <= nowNanos) {
            ByteBuffer bytes = underWay.peek().bytes();
            int limit = bytes.limit();
            bytes.limit(Math.min(limit, bytes.position() + mostNow(bytes.remaining())));
            int wanted = bytes.remaining();
            int written = to.write(bytes);
            bytes.limit(limit);
            passed += written;
            waiting -= written;
            if (!bytes.hasRemaining()) {
                underWay.remove();
            }
            if (strikes()) {
                return Result.STRUCK;
            }
            if (written < wanted || fault.kind() == FaultKind.ONE_BYTE) {
                break;
            }
        }
        if (ended && underWay.isEmpty() && !endPassed) {
            endPassed = true;
            to.shutdownOutput();
        }
        return endPassed ? Result.OVER : Result.GOES_ON;
    }

    /** True when the fault has begun. */
    boolean strikes() {
        return counted
                && passed >= fault.afterBytes()
                && switch (fault.kind()) {
                    case CUT, RESET, HALF_OPEN, BLACK_HOLE -> true;
                    case NONE, LATENCY, ONE_BYTE, BIT_FLIP -> false;
                };
    }

    /** When it next wants to pass something that is not held up by a full socket. */
    long dueNanos() {
        Chunk next = underWay.peek();
        return next == null ? Long.MAX_VALUE : next.dueNanos();
    }

    /** What the selector is to tell of the sending side. */
    int interest() {
        return ended || waiting >= MOST_WAITING ? 0 : SelectionKey.OP_READ;
    }

    private int mostNow(int waitingHere) {
        return switch (fault.kind()) {
            case ONE_BYTE -> 1;
            case CUT, RESET, HALF_OPEN, BLACK_HOLE ->
                counted ? (int) Math.min(waitingHere, fault.afterBytes() - passed) : waitingHere;
            case NONE, LATENCY, BIT_FLIP -> waitingHere;
        };
    }

    private void flip(byte[] bytes) {
        long at = fault.afterBytes() - taken;
        if (counted && fault.kind() == FaultKind.BIT_FLIP && at >= 0 && at < bytes.length) {
            bytes[(int) at] ^= (byte) (1 << fault.bit());
        }
    }
}
