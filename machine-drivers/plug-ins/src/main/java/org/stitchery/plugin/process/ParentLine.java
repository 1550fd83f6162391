package org.stitchery.plugin.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
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
    private @Nullable ByteBuffer offer;
    private long offeredNanos;

    /** The last offer was not begun because the machine had spoken; the next one is, else a talker is never answered. */
    private boolean heldBack;

    private boolean overheard;
    private int unsent;
    private long accepted;
    private final long patienceNanos;

    /** @param patience how long an offer of the driver may stand */
    ParentLine(Transport line, ChildWire wire, Duration patience) {
        super(line);
        this.line = line;
        this.wire = wire;
        this.patienceNanos = patience.toNanos();
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
    }

    @Override
    boolean serve(Frame.Kind wish, Unpack content, boolean allowed) throws IOException {
        switch (wish) {
            case WRITE -> {
                offer = ByteBuffer.wrap(content.bytes());
                offeredNanos = System.nanoTime();
                overheard = heldBack;
                feed(allowed);
            }
            case DISCARD -> taken(allowed ? line.discardUnsent() : -1, allowed);
            default -> {
                return false;
            }
        }
        return true;
    }

    /**
     * Hands over what the driver offered, visit by visit, as the line takes it, without asking the driver again: until all
     * is taken, the patience is over, or something happened that the driver ought to know first. A driver reads before it
     * writes; a "wait" that came after that reading would else be overlooked for as long as a message takes.
     */
    @Override
    void feed(boolean allowed) throws IOException {
        ByteBuffer left = offer;
        if (left == null) {
            return;
        }
        boolean go = allowed && (overheard || !news(0));
        if (go) {
            accepted += line.write(left);
            overheard = false;
        }
        heldBack = !go && left.position() == 0;
        if (!go || !left.hasRemaining() || System.nanoTime() - offeredNanos >= patienceNanos) {
            offer = null;
            taken(left.position(), allowed);
        }
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
