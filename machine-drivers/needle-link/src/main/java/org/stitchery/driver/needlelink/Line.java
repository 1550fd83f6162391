package org.stitchery.driver.needlelink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Transport;

/** Frames out, in the order they were given, and frames in. */
final class Line {

    /** Most that is taken in at a time, so that a babbling machine cannot keep the host. */
    private static final int MOST_BYTES = 1024;

    private final Transport transport;
    private final Host host;
    private final FrameReader reader = new FrameReader();
    private final ByteBuffer arrived = ByteBuffer.allocate(MOST_BYTES);
    private final Queue<Frame> heard = new ArrayDeque<>();
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private @Nullable ByteBuffer leaving;
    private long damageTold;

    Line(Transport transport, Host host) {
        this.transport = transport;
        this.host = host;
    }

    String name() {
        return transport.name();
    }

    /** Takes in what came. */
    void listen() throws IOException {
        arrived.clear();
        transport.read(arrived);
        arrived.flip();
        while (arrived.hasRemaining()) {
            Frame frame = reader.take(arrived.get());
            if (frame != null) {
                heard.add(frame);
            }
        }
        // The first is told at once, then each time their number has doubled: a bad line must not flood anybody.
        if (reader.damaged() >= Math.max(1, damageTold * 2)) {
            damageTold = reader.damaged();
            host.report(new MachineEvent.Strange(
                    "Damaged or foreign bytes came in " + damageTold + " times by now; check cable and baud rate."));
        }
    }

    /** The next frame heard, null for none. */
    @Nullable
    Frame next() {
        return heard.poll();
    }

    void send(Frame frame) {
        waiting.add(frame.encode());
    }

    /** Hands over what the line takes now; true when it took any. */
    boolean write() throws IOException {
        boolean any = false;
        for (ByteBuffer now = current(); now != null; now = current()) {
            any |= transport.write(now) > 0;
            if (now.hasRemaining()) {
                return any;
            }
            leaving = null;
        }
        return any;
    }

    private @Nullable ByteBuffer current() {
        if (leaving == null && !waiting.isEmpty()) {
            leaving = ByteBuffer.wrap(waiting.remove());
        }
        return leaving;
    }

    /** True when nothing waits to be handed over. */
    boolean idle() {
        return leaving == null && waiting.isEmpty();
    }

    /** Forgets what was not handed over; the machine drops a frame of which only a part came. */
    void drop() {
        leaving = null;
        waiting.clear();
    }
}
