package org.stitchery.driver.needlelink;

import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
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

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    private static final int MOST_TRIES = 3;

    private final Line line;
    private final Host host;
    private final News news;
    private final long pollNanos;
    private final byte[] design;
    private final Announcement what;
    private final Question question;

    private Phase phase = Phase.GREET;
    private boolean announced;
    private boolean askedForPerson;
    private boolean ended;
    private int commandWanted;
    private int commandAsked;
    private int tries;
    private long run;
    private long movedNanos;
    private long progressNanos;
    private Answer.@Nullable Welcome welcome;
    private @Nullable ChunkFeed feed;

    RunTalk(DeliveryOrder order, long pollNanos, Line line, Host host, News news) {
        this.pollNanos = pollNanos;
        this.line = line;
        this.host = host;
        this.news = news;
        this.design = order.content();
        this.what = Announcement.of(order, design);
        this.question = new Question(line);
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
            happened(event);
        } else if (answer instanceof Answer.Counter counter) {
            counted(counter, nowNanos);
        } else if (answer instanceof Answer.Got got) {
            return got(frame.tag(), got, nowNanos);
        } else if (answer instanceof Answer.Refused refused && refused.kind() == Ask.CHUNK && phase == Phase.SEND) {
            phase = Phase.REPORT;
        } else if (question.closedBy(frame)) {
            return answered(answer, nowNanos);
        }
        return null;
    }

    private void happened(Answer.Event event) {
        if (news.take(event)) {
            EventCode code = EventCode.of(event.code());
            boolean last = code == EventCode.SEWN || code == EventCode.ABORTED || code == EventCode.WITHDRAWN;
            ended |= last && event.run() == run;
        }
    }

    private void counted(Answer.Counter counter, long nowNanos) {
        if (counter.run() == run) {
            news.count(counter, nowNanos);
        }
    }

    private @Nullable Outcome got(int tag, Answer.Got got, long nowNanos) {
        ChunkFeed feeding = feed;
        if (phase != Phase.SEND || feeding == null || got.run() != run) {
            return null;
        }
        if (got.reason() == Reason.MALFORMED) {
            feeding.startOver(tag);
            return feeding.startedOver() > MOST_TRIES ? takeBack() : null;
        }
        if (got.reason() != Reason.NONE) {
            return Endings.refused(got.reason());
        }
        int before = feeding.acknowledged();
        feeding.got(tag, got.next());
        if (feeding.acknowledged() != before) {
            movedNanos = nowNanos;
            progress(feeding, nowNanos);
        }
        if (feeding.acknowledged() == design.length && got.state() == MachineState.READY) {
            phase = Phase.COMPARE;
        }
        return null;
    }

    private void progress(ChunkFeed feeding, long nowNanos) {
        boolean whole = feeding.acknowledged() == design.length;
        if (whole || nowNanos - progressNanos >= REPORT_NANOS) {
            progressNanos = nowNanos;
            host.report(new MachineEvent.Progressed(Evidence.ACKNOWLEDGED, feeding.acknowledged()));
        }
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
            events.events().forEach(this::happened);
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
        if (design.length > greeting.largest()) {
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
            case WATCH -> watched(status, nowNanos);
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
            watched(status, nowNanos);
        }
    }

    private void watched(Answer.Status status, long nowNanos) {
        news.hasUpTo(status.lastEvent());
        if (status.run() != run || status.state() == MachineState.DONE || status.state() == MachineState.IDLE) {
            ended = true;
        } else {
            news.count(
                    new Answer.Counter(run, status.stitch(), status.color(), status.needle(), status.state()),
                    nowNanos);
        }
        askForPerson(status.state());
    }

    private void askForPerson(MachineState state) {
        if (state == MachineState.WAITING && !askedForPerson) {
            askedForPerson = true;
            String from = what.fromStitch() == 0 ? "" : ", from stitch " + what.fromStitch();
            host.report(
                    new MachineEvent.NeedsPerson("Press start at the machine; it shows " + what.label() + from + "."));
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
            int from = (int) Math.min(design.length, next);
            feed = new ChunkFeed(design, machine.chunk(), machine.window(), from);
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
            askForPerson(obeyed.state());
            return null;
        }
        if (!obeyed.done()) {
            host.report(
                    new MachineEvent.Strange("The machine refuses to " + (commandAsked == Ask.PAUSE ? "pause" : "go on")
                            + ": " + obeyed.reason().words() + "."));
        } else if (commandAsked == Ask.PAUSE) {
            news.paused();
        } else {
            news.resumed();
        }
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
            ended = false;
            phase = Phase.WATCH;
            return null;
        }
        return Endings.reported(report, what, accepted());
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
            case SEND -> keepSending(nowNanos, wroteNanos);
            case COMPARE -> ask(Ask::identity, nowNanos);
            case RELEASE -> ask(tag -> Ask.aboutRun(Ask.RELEASE, tag, run), nowNanos);
            case WATCH -> watch(nowNanos, heardNanos);
            case WITHDRAW -> ask(tag -> Ask.aboutRun(Ask.ABORT, tag, run), nowNanos);
        }
    }

    private void ask(IntFunction<Frame> frame, long nowNanos) {
        question.ask(frame, nowNanos);
    }

    private void keepSending(long nowNanos, long wroteNanos) {
        ChunkFeed feeding = feed;
        if (feeding != null) {
            feeding.again(line, nowNanos, wroteNanos - movedNanos > 0 ? wroteNanos : movedNanos);
            feeding.feed(line, question, run);
        }
    }

    private void watch(long nowNanos, long heardNanos) {
        if (commandWanted != 0) {
            int command = commandWanted;
            commandWanted = 0;
            commandAsked = command;
            ask(tag -> Ask.aboutRun(command, tag, run), nowNanos);
        } else if (news.wanted() > 0) {
            long from = news.wanted();
            ask(tag -> Ask.events(tag, from), nowNanos);
        } else if (ended) {
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
            commandWanted = command;
        } else {
            host.report(new MachineEvent.Strange("This machine does not " + words + "; do it at its panel."));
        }
    }

    /** That nobody knows what came of it. */
    Outcome unknown(String detail) {
        return new Outcome.Unknown(accepted(), detail);
    }

    private long accepted() {
        ChunkFeed feeding = feed;
        return feeding == null ? 0 : feeding.acknowledged();
    }
}
