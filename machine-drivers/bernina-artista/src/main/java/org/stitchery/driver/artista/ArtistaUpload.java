package org.stitchery.driver.artista;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * One design on its way into the machine: open a session, make room, write the blocks, compare their sums, store, and in
 * any case end the session, because a machine whose session was not ended does not see its designs.
 */
final class ArtistaUpload implements Exchange<Outcome> {

    private static final long RESTING_NANOS = Duration.ofMillis(1).toNanos();
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    /** What ending a session may take; after an abort the host waits a second in all. */
    private static final long CLOSING_NANOS = Duration.ofSeconds(8).toNanos();

    private static final long CLOSING_AFTER_ABORT_NANOS = Duration.ofMillis(700).toNanos();

    private static final int HEADER_BYTES = 176;

    private final Host host;
    private final Talk talk;
    private final Runnable over;
    private final int designBytes;
    private final @Nullable String objection;
    private final @Nullable Conversation upload;
    private @Nullable Conversation closing;
    private @Nullable Outcome outcome;
    private boolean aborted;
    private long closingUntilNanos;
    private long sentBefore;
    private long nextTurnNanos;
    private long reported;
    private long reportedNanos;

    ArtistaUpload(DeliveryOrder order, boolean card, Talk talk, Host host, Runnable over) {
        this.host = host;
        this.talk = talk;
        this.over = over;
        this.sentBefore = talk.sentBytes();
        this.designBytes = order.content().length;
        this.objection = ExpBody.objection(order);
        this.upload = objection == null
                ? new Conversation(talk, UploadSteps.upload(order.label(), ExpBody.of(order.content()), card))
                : null;
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        Conversation uploading = upload;
        if (uploading == null) {
            return end(new Outcome.Rejected(String.valueOf(objection)));
        }
        nextTurnNanos = nowNanos + RESTING_NANOS;
        Conversation ending = closing;
        if (ending != null) {
            return close(ending, nowNanos);
        }
        if (aborted) {
            talk.breakOff();
            return ends(uploading, uncertain("The upload was aborted."), nowNanos);
        }
        Outcome failure = uploading.turn(nowNanos);
        report(uploading, nowNanos);
        if (failure instanceof Outcome.Unknown trouble) {
            return ends(uploading, uncertain(trouble.detail()), nowNanos);
        } else if (failure != null) {
            return ends(uploading, failure, nowNanos);
        } else if (uploading.over()) {
            Outcome stored = new Outcome.Delivered(
                    Evidence.ACKNOWLEDGED,
                    "The machine has stored the design; its own sums agree. Choose it at its screen.");
            return ends(uploading, stored, nowNanos);
        }
        return null;
    }

    private void report(Conversation uploading, long nowNanos) {
        long there = handedOver(uploading);
        if (there > reported && (there == designBytes || nowNanos - reportedNanos >= REPORT_NANOS)) {
            reported = there;
            reportedNanos = nowNanos;
            host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, there));
        }
    }

    private long handedOver(Conversation uploading) {
        return Math.max(0, Math.min(designBytes, uploading.designBytes() - HEADER_BYTES));
    }

    /** The session is ended first, if it may have been opened. */
    private @Nullable Outcome ends(Conversation uploading, Outcome with, long nowNanos) {
        if (!uploading.opened()) {
            return end(with);
        }
        outcome = with;
        closing = new Conversation(talk, UploadSteps.closing());
        closingUntilNanos = nowNanos + (aborted ? CLOSING_AFTER_ABORT_NANOS : CLOSING_NANOS);
        return null;
    }

    private @Nullable Outcome close(Conversation ending, long nowNanos) throws IOException {
        Outcome known = outcome == null ? unknown("The upload ended") : outcome;
        boolean failed = ending.turn(nowNanos) != null;
        if (ending.over()) {
            return end(known);
        }
        if (failed || nowNanos - closingUntilNanos >= 0) {
            host.report(new MachineEvent.NeedsPerson(
                    "The session could not be ended: the machine may not show its designs until another upload ends"
                            + " well, or it was switched off and on."));
            return end(known instanceof Outcome.Delivered ? unknown("Stored, but the session was not ended.") : known);
        }
        return null;
    }

    private boolean sent() {
        return talk.sentBytes() > sentBefore;
    }

    /** What is certain as long as no more than a resynchronisation left, and what is not after it. */
    private Outcome uncertain(String detail) {
        Conversation uploading = upload;
        if (uploading != null && uploading.opened()) {
            return unknown(detail);
        }
        String proof = sent() ? "no more than a broken-off read left" : "no byte was handed to the transport";
        return new Outcome.NotStarted(proof, detail);
    }

    private Outcome unknown(String detail) {
        Conversation uploading = upload;
        long there = uploading == null ? 0 : handedOver(uploading);
        boolean storing = uploading != null && uploading.storing();
        return new Outcome.Unknown(
                there,
                detail
                        + (storing
                                ? " Whether the design was stored is seen at the machine's screen."
                                : " The design was not stored; nothing can have been sewn of it."));
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        String detail = switch (why) {
            case DEADLINE -> "The machine took no more for too long.";
            case LINK_LOST -> "The line was lost.";
            case TAKEN_AWAY -> "The port was taken away.";
        };
        Outcome known = outcome;
        return end(known == null || known instanceof Outcome.Delivered ? uncertain(detail) : known);
    }

    private Outcome end(Outcome with) {
        talk.breakOff();
        over.run();
        return with;
    }

    void abort() {
        aborted = true;
    }
}
