package org.stitchery.plugin.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;
import org.stitchery.plugin.host.Frame;
import org.stitchery.plugin.host.Pack;
import org.stitchery.plugin.host.Unpack;

/** A line. */
final class ParentLine extends ParentLink {

    private static final int PIECE = 4096;

    /** More than this a driver has to read before it gets more. */
    private static final int MOST_BACKLOG = 64 * 1024;

    private final Transport line;
    private final ChildWire wire;
    private final ByteBuffer heard = ByteBuffer.allocate(PIECE);
    private boolean otherSideEnded;
    private boolean endTold;
    private boolean clearToSend = true;
    private boolean clearToSendTold = true;
    private boolean heldBack;
    private int unsent;
    private long accepted;

    ParentLine(Transport line, ChildWire wire) {
        super(line);
        this.line = line;
        this.wire = wire;
    }

    @Override
    boolean news(int backlog) throws IOException {
        hear(backlog);
        return heard.position() > 0 || clearToSend != clearToSendTold || otherSideEnded && !endTold;
    }

    private void hear(int backlog) throws IOException {
        if (backlog < MOST_BACKLOG && !otherSideEnded && heard.hasRemaining()) {
            otherSideEnded = line.read(heard) < 0;
        }
        clearToSend = line.clearToSend();
    }

    @Override
    void state(Pack into, int backlog) throws IOException {
        hear(backlog);
        byte[] all = new byte[heard.position()];
        heard.flip();
        heard.get(all).clear();
        unsent = line.unsent();
        into.bytes(all).flag(otherSideEnded).flag(clearToSend).number(unsent);
        clearToSendTold = clearToSend;
        endTold = otherSideEnded;
        heldBack = false;
    }

    @Override
    boolean serve(Frame.Kind wish, Unpack content, boolean allowed) throws IOException {
        switch (wish) {
            case WRITE -> taken(allowed ? write(ByteBuffer.wrap(content.bytes())) : 0, allowed);
            case DISCARD -> taken(allowed ? line.discardUnsent() : -1, allowed);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * A driver reads before it writes. If the machine said something after that reading, it is heard first, once: else a
     * "wait" would be overlooked for as long as the message took.
     */
    private int write(ByteBuffer from) throws IOException {
        if (!heldBack && news(0)) {
            heldBack = true;
            return 0;
        }
        int count = line.write(from);
        accepted += count;
        return count;
    }

    private void taken(int count, boolean mayLook) throws IOException {
        if (mayLook) {
            unsent = line.unsent();
        }
        wire.send(new Pack().number(count).number(unsent).frame(Frame.Kind.TAKEN));
    }

    @Override
    void begin() {
        accepted = 0;
    }

    @Override
    Outcome known(DeliveryOrder order, String detail) {
        if (accepted == 0) {
            return new Outcome.NotStarted("no byte was handed to the transport", detail);
        }
        // What stands around a design counts with it; rather too much may have been sewn than too little.
        return new Outcome.Unknown(Math.min(order.content().length, accepted), detail);
    }
}
