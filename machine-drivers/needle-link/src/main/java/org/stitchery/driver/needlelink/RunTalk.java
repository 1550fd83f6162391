package org.stitchery.driver.needlelink;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * What is asked and what the answers mean, from the greeting to the report of a run.
 *
 * <pre>
 * GREET -> LOOK -> ANNOUNCE -> SEND -> COMPARE -> RELEASE -> WATCH -> REPORT -> sewn, unknown ...
 *                     |  known attempt: LEARN -> CATCH_UP -> SEND, COMPARE or WATCH, whatever is left to do
 *                     |  refused -> over
 * any of them, on abort -> WITHDRAW -> over
 * </pre>
 */
final class RunTalk {

    private enum Phase {
        GREET,
        LOOK,
        ANNOUNCE,
        LEARN,
        CATCH_UP,
        SEND,
        COMPARE,
        RELEASE,
        WATCH,
        REPORT,
        WITHDRAW
    }

    private static final int MOST_TRIES = 3;

    private final Line line;
    private final Host host;
    private final News news;
    private final long pollNanos;
    private final int designBytes;
    private final Announcement what;
    private final Question question;
    private final Sending sending;
    private final Watch watch;

    private Phase phase = Phase.GREET;
    private boolean announced;
    private int tries;
    private long run;
    private Answer.@Nullable Welcome welcome;

    RunTalk(DeliveryOrder order, long pollNanos, Line line, Host host, News news) {
        this.pollNanos = pollNanos;
        this.line = line;
        this.host = host;
        this.news = news;
        byte[] design = order.content();
        this.designBytes = design.length;
        this.what = Announcement.of(order, design);
        this.question = new Question(line);
        this.sending = new Sending(design, line, host);
        this.watch = new Watch(what, host, news);
    }

    /** The number of the run, 0 before it has one. */
    long run() {
        return run;
    }

    /** True once the machine may know of the run. */
    boolean announced() {
        return announced;
    }

    /** True once a person may have started it. */
    boolean mayRun() {
        return phase == Phase.WATCH || phase == Phase.REPORT || phase == Phase.RELEASE;
    }

    /** True while it is being taken back. */
    boolean withdraws() {
        return phase == Phase.WITHDRAW;
    }

    // ---- hearing

    /** Takes a frame; how it ends, null when it goes on. */
    @Nullable
    Outcome hear(Frame frame, Answer answer, long nowNanos) {
        if (answer instanceof Answer.Event event) {
            watch.happened(event, run);
        } else if (answer instanceof Answer.Counter counter) {
            watch.counted(counter, run, nowNanos);
        } else if (answer instanceof Answer.Got got) {
            return got(frame.tag(), got, nowNanos);
        } else if (answer instanceof Answer.Refused refused && refused.kind() == Ask.CHUNK && phase == Phase.SEND) {
            phase = Phase.REPORT;
        } else if (question.closedBy(frame)) {
            return answered(answer, nowNanos);
        }
        return null;
    }

    private @Nullable Outcome got(int tag, Answer.Got got, long nowNanos) {
        if (phase != Phase.SEND || got.run() != run) {
            return null;
        }
        if (got.reason() == Reason.MALFORMED) {
            return sending.startOver(tag) ? null : takeBack();
        }
        if (got.reason() != Reason.NONE) {
            return Endings.refused(got.reason());
        }
        sending.got(tag, got.next(), nowNanos);
        if (sending.isWhole() && got.state() == MachineState.READY) {
            phase = Phase.COMPARE;
        }
        return null;
    }

    private @Nullable Outcome answered(Answer answer, long nowNanos) {
        if (answer instanceof Answer.Refused refused) {
            return refused(refused);
        } else if (answer instanceof Answer.Welcome greeting) {
            return greeted(greeting);
        } else if (answer instanceof Answer.Status status) {
            return looked(status, nowNanos);
        } else if (answer instanceof Answer.Announced said) {
            return announced(said);
        } else if (answer instanceof Answer.Identity identity) {
            return compared(identity);
        } else if (answer instanceof Answer.Obeyed obeyed) {
            return obeyed(obeyed);
        } else if (answer instanceof Answer.Events events) {
            news.answered(events);
            events.events().forEach(event -> watch.happened(event, run));
        } else if (answer instanceof Answer.Report report) {
            return reported(report);
        }
        return null;
    }

    private @Nullable Outcome refused(Answer.Refused refused) {
        if (phase == Phase.WATCH || phase == Phase.REPORT) {
            host.report(new MachineEvent.Strange(
                    "The machine refuses a question: " + refused.reason().words() + "."));
            phase = Phase.WATCH;
            return null;
        }
        return phase == Phase.GREET || phase == Phase.LOOK || phase == Phase.ANNOUNCE
                ? Endings.refused(refused.reason())
                : unknown("The machine refuses a question: " + refused.reason().words() + ".");
    }

    private @Nullable Outcome greeted(Answer.Welcome greeting) {
        if (greeting.version() != Ask.VERSION || greeting.chunk() < 1 || greeting.window() < 1) {
            return Endings.refused(Reason.VERSION);
        }
        if (designBytes > greeting.largest()) {
            return Endings.refused(Reason.TOO_LARGE);
        }
        welcome = greeting;
        phase = Phase.LOOK;
        return null;
    }

    private @Nullable Outcome looked(Answer.Status status, long nowNanos) {
        switch (phase) {
            case LOOK -> {
                news.beginAt(status.lastEvent());
                run = (status.run() + 1) & 0xFFFF_FFFFL;
                phase = Phase.ANNOUNCE;
            }
            case CATCH_UP -> catchUp(status, nowNanos);
            case WATCH -> watch.looked(status, run, nowNanos);
            default -> host.log("a status nobody waits for");
        }
        return null;
    }

    private void catchUp(Answer.Status status, long nowNanos) {
        if (status.run() == run && status.state() == MachineState.RECEIVING) {
            send(status.held());
        } else if (status.run() == run && status.state() == MachineState.READY) {
            phase = Phase.COMPARE;
        } else {
            phase = Phase.WATCH;
            watch.looked(status, run, nowNanos);
        }
    }

    private @Nullable Outcome announced(Answer.Announced said) {
        if (said.verdict() == Answer.Announced.ACCEPTED && said.run() == run) {
            send(said.next());
            return null;
        }
        if (said.verdict() == Answer.Announced.KNOWN && what.attempt() != 0) {
            run = said.run();
            news.beginAnew();
            phase = Phase.LEARN;
            return null;
        }
        if (said.reason() == Reason.RUN && tries++ < MOST_TRIES) {
            phase = Phase.LOOK;
            return null;
        }
        return Endings.refused(said.reason());
    }

    private void send(long next) {
        Answer.Welcome machine = welcome;
        if (machine != null) {
            sending.begin(machine, next);
            phase = Phase.SEND;
        }
    }

    private @Nullable Outcome compared(Answer.Identity identity) {
        boolean same = identity.holds()
                && identity.run() == run
                && what.is(identity.label(), identity.format(), identity.length(), identity.crc32());
        if (!same) {
            host.report(new MachineEvent.Strange("The machine holds another design than it was sent: "
                    + identity.label() + ", " + identity.length() + " bytes, checksum "
                    + String.format("%08X", identity.crc32()) + ". It was not released to the needle."));
            return takeBack();
        }
        phase = Phase.RELEASE;
        return null;
    }

    private @Nullable Outcome obeyed(Answer.Obeyed obeyed) {
        if (phase == Phase.WITHDRAW) {
            return withdrawn(obeyed);
        }
        if (phase == Phase.RELEASE) {
            if (!obeyed.done()) {
                return Endings.refused(obeyed.reason());
            }
            phase = Phase.WATCH;
            watch.askForPerson(obeyed.state());
            return null;
        }
        watch.obeyed(obeyed);
        return null;
    }

    private Outcome withdrawn(Answer.Obeyed obeyed) {
        if (obeyed.result() == RunResult.WITHDRAWN && obeyed.done()) {
            return Endings.withdrawn(run);
        }
        if (!obeyed.done() && obeyed.reason() == Reason.RUN) {
            return new Outcome.NotStarted(
                    "the machine's own word: it has no run " + run, "Nothing was sewn; the design was never accepted.");
        }
        return unknown(
                obeyed.done()
                        ? "The delivery was aborted; the machine stands at stitch " + obeyed.stitch() + "."
                        : "The machine does not let itself be aborted: "
                                + obeyed.reason().words() + ". Stop it at its panel.");
    }

    private @Nullable Outcome reported(Answer.Report report) {
        boolean open = report.known() && report.result() == RunResult.OPEN;
        boolean same = what.is(report.label(), report.format(), report.length(), report.crc32());
        if (phase == Phase.LEARN && report.known() && !same) {
            return new Outcome.Rejected("This attempt is known to the machine as one to sew " + report.label()
                    + ", another design; begin a new one.");
        }
        if (phase == Phase.LEARN && open) {
            phase = Phase.CATCH_UP;
            return null;
        }
        if (phase == Phase.REPORT && open) {
            watch.goesOn();
            phase = Phase.WATCH;
            return null;
        }
        return Endings.reported(report, what, sending.acknowledged());
    }

    // ---- asking

    /**
     * Asks what is to be asked now.
     *
     * @param heardNanos when the machine was last heard
     * @param wroteNanos when the line last took a byte
     */
    void act(long nowNanos, long heardNanos, long wroteNanos) {
        if (question.isOpen()) {
            question.again(nowNanos, wroteNanos);
            return;
        }
        switch (phase) {
            case GREET -> ask(Ask::hello, nowNanos);
            case LOOK, CATCH_UP -> ask(Ask::status, nowNanos);
            case ANNOUNCE -> {
                announced = true;
                ask(tag -> Ask.announce(tag, run, what), nowNanos);
            }
            case LEARN, REPORT -> ask(tag -> Ask.aboutRun(Ask.RUN, tag, run), nowNanos);
            case SEND -> sending.goOn(question, run, nowNanos, wroteNanos);
            case COMPARE -> ask(Ask::identity, nowNanos);
            case RELEASE -> ask(tag -> Ask.aboutRun(Ask.RELEASE, tag, run), nowNanos);
            case WATCH -> keepWatching(nowNanos, heardNanos);
            case WITHDRAW -> ask(tag -> Ask.aboutRun(Ask.ABORT, tag, run), nowNanos);
        }
    }

    private void ask(IntFunction<Frame> frame, long nowNanos) {
        question.ask(frame, nowNanos);
    }

    private void keepWatching(long nowNanos, long heardNanos) {
        IntFunction<Frame> urgent = watch.urgent(run);
        if (urgent != null) {
            ask(urgent, nowNanos);
        } else if (watch.ended()) {
            phase = Phase.REPORT;
            ask(tag -> Ask.aboutRun(Ask.RUN, tag, run), nowNanos);
        } else if (nowNanos - heardNanos >= pollNanos) {
            ask(Ask::status, nowNanos);
        }
    }

    /** What was asked is asked anew: nobody waited for its answer. */
    void forgetQuestion() {
        question.forget();
    }

    /** From now on the run is taken back. */
    void withdraw() {
        line.drop();
        question.forget();
        phase = Phase.WITHDRAW;
    }

    private @Nullable Outcome takeBack() {
        withdraw();
        return null;
    }

    /** Asks the machine itself to pause, or to go on. */
    void wishPause() {
        wish(Ask.PAUSE, Answer.Welcome.PAUSES, "pause");
    }

    void wishResume() {
        wish(Ask.RESUME, Answer.Welcome.RESUMES, "go on for a host");
    }

    private void wish(int command, int feature, String words) {
        Answer.Welcome machine = welcome;
        if (machine != null && machine.can(feature)) {
            watch.wish(command);
        } else {
            host.report(new MachineEvent.Strange("This machine does not " + words + "; do it at its panel."));
        }
    }

    /** That nobody knows what came of it. */
    Outcome unknown(String detail) {
        return new Outcome.Unknown(sending.acknowledged(), detail);
    }
}
