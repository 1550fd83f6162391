package org.stitchery.driver.needlelink;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.HeldDesign;
import org.stitchery.driver.api.ProbeResult;

/** Greeting, state, what it holds, and what came of its newest run: four questions, none of which moves anything. */
final class NeedleProbe implements Exchange<ProbeResult> {

    private static final long RESTING_NANOS = Duration.ofMillis(20).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(3).toNanos();

    private final Line line;
    private final Runnable over;
    private final Question question;
    private boolean begun;
    private long heardNanos;
    private long wroteNanos;
    private long nextTurnNanos;
    private Answer.@Nullable Welcome welcome;
    private Answer.@Nullable Status status;
    private Answer.@Nullable Identity identity;
    private Answer.@Nullable Report report;

    NeedleProbe(Line line, Runnable over) {
        this.line = line;
        this.over = over;
        this.question = new Question(line);
    }

    @Override
    public @Nullable ProbeResult turn(long nowNanos) throws IOException {
        line.listen();
        if (!begun) {
            begun = true;
            heardNanos = nowNanos;
            wroteNanos = nowNanos;
        }
        for (Frame frame = line.next(); frame != null; frame = line.next()) {
            Answer answer = question.closedBy(frame) ? Answer.of(frame) : null;
            if (answer instanceof Answer.Refused refused) {
                return end(new ProbeResult(
                        ProbeResult.State.BUSY,
                        "The machine answers and refuses the question: "
                                + refused.reason().words() + "."));
            } else if (answer != null) {
                heardNanos = nowNanos;
                keep(answer);
            }
        }
        if (report != null || status != null && status.run() == 0 && identity != null) {
            return end(result());
        }
        if (nowNanos - heardNanos >= PATIENCE_NANOS) {
            return end(new ProbeResult(ProbeResult.State.SILENT, "The machine does not answer."));
        }
        if (question.isOpen()) {
            question.again(nowNanos, wroteNanos);
        } else {
            askNext(nowNanos);
        }
        if (line.write()) {
            wroteNanos = nowNanos;
        }
        nextTurnNanos = nowNanos + (line.idle() ? RESTING_NANOS : 0);
        return null;
    }

    private void keep(Answer answer) {
        if (answer instanceof Answer.Welcome greeting) {
            welcome = greeting;
        } else if (answer instanceof Answer.Status now) {
            status = now;
        } else if (answer instanceof Answer.Identity held) {
            identity = held;
        } else if (answer instanceof Answer.Report last) {
            report = last;
        }
    }

    private void askNext(long nowNanos) {
        Answer.Status now = status;
        if (welcome == null) {
            question.ask(Ask::hello, nowNanos);
        } else if (now == null) {
            question.ask(Ask::status, nowNanos);
        } else if (identity == null) {
            question.ask(Ask::identity, nowNanos);
        } else {
            question.ask(tag -> Ask.aboutRun(Ask.RUN, tag, now.run()), nowNanos);
        }
    }

    private ProbeResult result() {
        Answer.Status now = status;
        Answer.Identity holds = identity;
        String name = welcome == null ? "" : welcome.name();
        if (now == null || holds == null) {
            return new ProbeResult(ProbeResult.State.BUSY, name + " answers, but not everything.");
        }
        return new ProbeResult(
                now.state().takesDesign() ? ProbeResult.State.READY : ProbeResult.State.BUSY,
                name + " is " + now.state().words() + "." + lastRun(),
                holds.holds()
                        ? Optional.of(new HeldDesign(holds.label(), holds.length(), holds.crc32()))
                        : Optional.empty());
    }

    private String lastRun() {
        Answer.Report last = report;
        if (last == null || !last.known()) {
            return "";
        }
        String came = switch (last.result()) {
            case OPEN -> "is not over; it stands at stitch " + last.stitch();
            case SEWN -> "was sewn to its end";
            case WITHDRAWN -> "was withdrawn before its first stitch";
            case ABORTED -> "was ended at stitch " + last.stitch();
            case INTERRUPTED -> "was given up at stitch " + last.stitch() + " after the power went";
        };
        return " Its run " + last.run() + " of " + last.label() + " " + came + ".";
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public ProbeResult ended(Ending why) {
        return end(new ProbeResult(ProbeResult.State.SILENT, "The machine did not answer in time."));
    }

    private ProbeResult end(ProbeResult result) {
        line.drop();
        over.run();
        return result;
    }
}
