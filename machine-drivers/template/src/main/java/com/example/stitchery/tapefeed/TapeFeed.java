package com.example.stitchery.tapefeed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;

/** One design being fed. Each turn reads first, then writes what the line takes, then asks itself whether it is over. */
final class TapeFeed implements Exchange<Outcome> {

    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    private final DeliveryOrder order;
    private final int leaderBytes;
    private final Transport transport;
    private final Host host;
    private final Voice voice;
    private final Runnable over;
    private final ByteBuffer tape;
    private boolean paused;
    private boolean aborted;
    private long nextTurnNanos;
    private long reportedNanos;
    private long reportedBytes;

    TapeFeed(DeliveryOrder order, int leaderBytes, Transport transport, Host host, Voice voice, Runnable over) {
        this.order = order;
        this.leaderBytes = leaderBytes;
        this.transport = transport;
        this.host = host;
        this.voice = voice;
        this.over = over;
        byte[] design = order.content();
        this.tape = ByteBuffer.allocate(leaderBytes + design.length);
        tape.position(leaderBytes).put(design).rewind();
    }

    @Override
    public Outcome turn(long nowNanos) throws IOException {
        if (!order.format().equals(TapeFeedDriver.FORMAT)) {
            return end(new Outcome.Rejected("This machine reads DST, not " + order.format() + "."));
        }
        if (order.fromStitch() != 0) {
            return end(new Outcome.Rejected("This machine can only begin at the first stitch."));
        }
        voice.hear();
        if (aborted) {
            transport.discardUnsent();
            return end(known("The delivery was aborted"));
        }
        boolean fed = mayFeed() && feed();
        reportProgress(nowNanos);
        if (!tape.hasRemaining() && transport.unsent() == 0) {
            return end(new Outcome.Delivered(
                    Evidence.ON_THE_WIRE, "Every byte has left; this machine does not say whether it has them."));
        }
        nextTurnNanos = nowNanos + (fed ? 0 : WAITING_NANOS);
        return null;
    }

    private boolean mayFeed() {
        boolean begun = tape.position() > 0;
        return !paused && !voice.held() && tape.hasRemaining() && (begun || voice.invited());
    }

    private boolean feed() throws IOException {
        boolean first = tape.position() == 0;
        int accepted = transport.write(tape);
        if (accepted > 0 && (first || !tape.hasRemaining())) {
            voice.forgetInvitation();
        }
        return accepted > 0;
    }

    private void reportProgress(long nowNanos) throws IOException {
        long left = designBytes(tape.position() - transport.unsent());
        if (left > reportedBytes && nowNanos - reportedNanos >= REPORT_NANOS) {
            reportedNanos = nowNanos;
            reportedBytes = left;
            host.report(new MachineEvent.Progressed(Evidence.ON_THE_WIRE, left));
        }
    }

    /** How many of the first bytes of the tape are design. */
    private int designBytes(int tapeBytes) {
        return Math.max(0, tapeBytes - leaderBytes);
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        return end(known(switch (why) {
            case DEADLINE -> "The machine took no more for too long";
            case LINK_LOST -> "The line was lost";
            case TAKEN_AWAY -> "The line was taken away";
        }));
    }

    /** Not started needs proof; everything between that and delivered is for a person to decide. */
    private Outcome known(String what) {
        if (tape.position() == 0) {
            return new Outcome.NotStarted("no byte was handed to the transport", what + " before the first byte.");
        }
        int fed = designBytes(tape.position());
        return new Outcome.Unknown(fed, what + " after " + fed + " bytes; the machine may have sewn all of them.");
    }

    private Outcome end(Outcome outcome) {
        over.run();
        return outcome;
    }

    /** @return false when it was paused already */
    boolean pause() {
        boolean before = paused;
        paused = true;
        return !before;
    }

    /** @return false when it was not paused */
    boolean resume() {
        boolean before = paused;
        paused = false;
        return before;
    }

    void abort() {
        aborted = true;
    }
}
