package org.stitchery.driver.tapereader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;

/** One design being fed. */
final class TapeDelivery implements Exchange<Outcome> {

    /** While waiting for machine or person; the host turns earlier when the machine speaks. Taste. */
    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    private final Transport transport;
    private final Host host;
    private final MachineVoice voice;
    private final Runnable over;
    private final boolean waitForXon;
    private final long settleNanos;
    private final boolean waitForNextXon;
    private final int leaderBytes;
    private final int designBytes;
    private final ByteBuffer tape;
    private final @Nullable String objection;
    private boolean askedForPerson;
    private boolean paused;
    private boolean aborted;
    private boolean allLeft;
    private long leftNanos;
    private long nextTurnNanos;
    private long reportedBytes;
    private long reportedNanos;

    TapeDelivery(
            DeliveryOrder order,
            TapeReaderSettings settings,
            Transport transport,
            Host host,
            MachineVoice voice,
            Runnable over) {
        this.transport = transport;
        this.host = host;
        this.voice = voice;
        this.over = over;
        this.waitForXon = settings.waitForXon();
        this.settleNanos = Duration.ofMillis(settings.settleMillis()).toNanos();
        this.waitForNextXon = settings.waitForNextXon();
        this.leaderBytes = settings.leaderBytes();
        byte[] design = order.content();
        this.designBytes = design.length;
        this.objection = DstTape.objection(order, design, TapeReaderDriver.LARGEST_BYTES);
        this.tape = ByteBuffer.allocate(leaderBytes + designBytes + settings.trailerBytes());
        tape.position(leaderBytes);
        tape.put(design);
        tape.rewind();
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (objection != null) {
            return end(new Outcome.Rejected(objection));
        }
        voice.hear();
        if (aborted) {
            transport.discardUnsent();
            return end(stopped("The delivery was aborted"));
        }
        boolean fed = mayFeed() && feed();
        reportProgress(nowNanos);
        if (!tape.hasRemaining() && transport.unsent() == 0) {
            return afterTheLastByte(nowNanos);
        }
        nextTurnNanos = nowNanos + (fed || !tape.hasRemaining() ? 0 : WAITING_NANOS);
        return null;
    }

    /**
     * A network hears of a broken line after the bytes have left, so the line has to stay for a while. Whether the machine
     * has the bytes only the machine could say, and the one thing it says is that it wants the next design.
     */
    private @Nullable Outcome afterTheLastByte(long nowNanos) {
        if (!allLeft) {
            allLeft = true;
            leftNanos = nowNanos;
            if (waitForNextXon) {
                host.report(new MachineEvent.HeldByMachine("all has left; the machine asks again when it has read it"));
            }
        }
        if (waitForNextXon && voice.invited()) {
            host.report(new MachineEvent.Released());
            return end(new Outcome.Delivered(
                    Evidence.ON_THE_WIRE,
                    "All " + designBytes + " bytes have left, and the machine has asked for the next design."));
        }
        if (!waitForNextXon && nowNanos - leftNanos >= settleNanos) {
            return end(new Outcome.Delivered(
                    Evidence.ON_THE_WIRE,
                    "All " + designBytes + " bytes have left; a tape reader does not say whether it has them."));
        }
        nextTurnNanos = nowNanos + WAITING_NANOS;
        return null;
    }

    private boolean mayFeed() {
        if (paused || voice.held() || !tape.hasRemaining()) {
            return false;
        }
        if (tape.position() > 0 || !waitForXon || voice.invited()) {
            return true;
        }
        if (!askedForPerson) {
            askedForPerson = true;
            host.report(
                    new MachineEvent.NeedsPerson("Press read at the machine; it has not asked for the design yet."));
        }
        return false;
    }

    /** Hands over what the line takes; true when it may take more soon. */
    private boolean feed() throws IOException {
        boolean first = tape.position() == 0;
        int accepted = transport.write(tape);
        boolean last = !tape.hasRemaining();
        if (accepted > 0 && (first || last)) {
            // An invitation is good for one design. One that comes while it is fed is an XON whose XOFF got lost; one
            // that comes after its last byte is for the next.
            voice.forgetInvitation();
        }
        return true;
    }

    private void reportProgress(long nowNanos) throws IOException {
        long left = designBytesWithin(tape.position() - transport.unsent());
        boolean due = reportedBytes == 0 || nowNanos - reportedNanos >= REPORT_NANOS || left == designBytes;
        if (left > reportedBytes && due) {
            reportedBytes = left;
            reportedNanos = nowNanos;
            host.report(new MachineEvent.Progressed(Evidence.ON_THE_WIRE, left));
        }
    }

    private long designBytesWithin(int tapeBytes) {
        return Math.max(0, Math.min(designBytes, tapeBytes - leaderBytes));
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        return end(
                switch (why) {
                    case DEADLINE -> stopped("The machine took no more for too long");
                    case LINK_LOST -> stopped("The line was lost");
                    case TAKEN_AWAY -> stopped("The port was taken away");
                });
    }

    private Outcome stopped(String what) {
        int accepted = tape.position();
        if (accepted == 0) {
            String hint =
                    askedForPerson ? "; it had not asked for a design. Press read at the machine and try again." : ".";
            return new Outcome.NotStarted(
                    "no byte was handed to the transport", what + " before the first byte" + hint);
        }
        voice.forgetInvitation();
        long ofDesign = designBytesWithin(accepted);
        return new Outcome.Unknown(
                ofDesign,
                what + " after " + ofDesign + " of " + designBytes
                        + " bytes; the machine may have sewn all of them. Look at the garment.");
    }

    private Outcome end(Outcome outcome) {
        over.run();
        return outcome;
    }

    void pause() {
        if (!paused) {
            paused = true;
            host.report(new MachineEvent.Paused());
        }
    }

    void resume() {
        if (paused) {
            paused = false;
            host.report(new MachineEvent.Resumed());
        }
    }

    void abort() {
        aborted = true;
    }
}
