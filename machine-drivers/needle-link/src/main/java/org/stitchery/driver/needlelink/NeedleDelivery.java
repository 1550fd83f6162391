package org.stitchery.driver.needlelink;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * One design on its way from announcement to the last stitch: turns, silence, and the host's wishes. What is said is
 * {@link RunTalk}'s.
 */
final class NeedleDelivery implements Exchange<Outcome> {

    /** With nothing on its way the host turns as soon as the machine speaks. */
    private static final long RESTING_NANOS = Duration.ofMillis(20).toNanos();

    /** So long a machine may be silent before we have so much as announced a design. */
    private static final long GREETING_NANOS = Duration.ofSeconds(6).toNanos();

    /** After so much silence an operator is told. */
    private static final long SILENCE_TOLD_NANOS = Duration.ofSeconds(10).toNanos();

    /** How long a machine may take to confirm an abort; the host waits a second. */
    private static final long WITHDRAWAL_NANOS = Duration.ofMillis(600).toNanos();

    private final Line line;
    private final Host host;
    private final News news;
    private final long silenceNanos;
    private final Runnable over;
    private final @Nullable String objection;
    private final RunTalk talk;

    private boolean begun;
    private boolean wrote;
    private boolean feedingPaused;
    private boolean silenceTold;
    private boolean abortWanted;
    private long heardNanos;
    private long wroteNanos;
    private long withdrawnNanos;
    private long nextTurnNanos;

    NeedleDelivery(DeliveryOrder order, NeedleLinkSettings settings, Line line, Host host, News news, Runnable over) {
        this.silenceNanos = settings.silenceNanos();
        this.line = line;
        this.host = host;
        this.news = news;
        this.over = over;
        this.objection = Announcement.objection(order, order.content());
        this.talk = new RunTalk(order, settings.pollNanos(), line, host, news);
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (objection != null) {
            return end(new Outcome.Rejected(objection));
        }
        line.listen();
        if (!begun) {
            begun = true;
            heardNanos = nowNanos;
            wroteNanos = nowNanos;
            withdrawnNanos = nowNanos;
        }
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            Outcome outcome = hear(frame, nowNanos);
            if (outcome != null) {
                return end(outcome);
            }
        }
        if (feedingPaused && !abortWanted) {
            heardNanos = nowNanos;
            nextTurnNanos = nowNanos + RESTING_NANOS;
            return null;
        }
        Outcome outcome = act(nowNanos);
        if (outcome != null) {
            return end(outcome);
        }
        if (line.write()) {
            wrote = true;
            wroteNanos = nowNanos;
        }
        nextTurnNanos = line.idle() ? nowNanos + RESTING_NANOS : nowNanos;
        return null;
    }

    private @Nullable Outcome hear(Frame frame, long nowNanos) {
        Answer answer = Answer.of(frame);
        if (answer == null) {
            host.report(new MachineEvent.Strange(
                    "The machine sent a frame of kind " + frame.kind() + " that we cannot read."));
            return null;
        }
        heardNanos = nowNanos;
        if (silenceTold) {
            silenceTold = false;
            news.silent(false);
        }
        return talk.hear(frame, answer, nowNanos);
    }

    private @Nullable Outcome act(long nowNanos) {
        if (!talk.withdraws()) {
            withdrawnNanos = nowNanos;
        }
        if (abortWanted && !talk.withdraws()) {
            if (!talk.announced()) {
                return notAnnounced("The delivery was aborted.");
            }
            talk.withdraw();
            return null;
        }
        if (talk.withdraws() && nowNanos - withdrawnNanos > WITHDRAWAL_NANOS) {
            return talk.unknown("The delivery was aborted; the machine did not confirm it. Look at the machine.");
        }
        Outcome silent = silence(nowNanos);
        if (silent == null) {
            talk.act(nowNanos, heardNanos, wroteNanos);
        }
        return silent;
    }

    private @Nullable Outcome silence(long nowNanos) {
        long silent = nowNanos - heardNanos;
        if (!talk.announced()) {
            return silent < GREETING_NANOS
                    ? null
                    : notAnnounced("The machine does not answer. Is it switched on, and is this its line?");
        }
        if (silent >= SILENCE_TOLD_NANOS && !silenceTold && !talk.withdraws()) {
            silenceTold = true;
            news.silent(true);
        }
        return silent < silenceNanos
                ? null
                : talk.unknown("The machine has not answered for "
                        + Duration.ofNanos(silent).toSeconds() + " s.");
    }

    private Outcome notAnnounced(String detail) {
        return new Outcome.NotStarted(
                wrote ? "only questions left, the design was not announced" : "no byte was handed to the transport",
                detail);
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        String detail = switch (why) {
            case DEADLINE -> "The machine took no more for too long";
            case LINK_LOST -> "The line was lost";
            case TAKEN_AWAY -> "The port was taken away";
        };
        if (!talk.announced()) {
            return end(notAnnounced(detail + "."));
        }
        return end(talk.unknown(detail
                + (talk.mayRun()
                        ? " after the design was released; the machine itself knows what came of run " + talk.run()
                                + "."
                        : " before the design was released to the needle.")));
    }

    private Outcome end(Outcome outcome) {
        over.run();
        line.drop();
        return outcome;
    }

    // ---- the host's wishes

    /** Before the machine may start it is only our own feeding that stands still; after that the machine is asked. */
    void pause() {
        if (talk.mayRun()) {
            talk.wishPause();
        } else if (!feedingPaused) {
            feedingPaused = true;
            news.paused();
        }
    }

    void resume() {
        if (feedingPaused) {
            feedingPaused = false;
            talk.forgetQuestion();
            news.resumed();
        } else if (talk.mayRun()) {
            talk.wishResume();
        }
    }

    void abort() {
        abortWanted = true;
    }
}
