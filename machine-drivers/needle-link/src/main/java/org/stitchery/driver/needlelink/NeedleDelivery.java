package org.stitchery.driver.needlelink;

import java.io.IOException;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.DeliveryOrder;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;

/**
 * One design on its way from announcement to the last stitch.
 *
 * <pre>
 * GREET -> LOOK -> ANNOUNCE -> SEND -> COMPARE -> RELEASE -> WATCH -> REPORT -> sewn, unknown ...
 *                     |  known attempt: LEARN -> CATCH_UP -> SEND, COMPARE or WATCH, whatever is left to do
 *                     |  refused -> over
 * any of them, on abort -> WITHDRAW -> over
 * </pre>
 */
final class NeedleDelivery implements Exchange<Outcome> {

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

    /** With nothing on its way the host turns as soon as the machine speaks. */
    private static final long RESTING_NANOS = Duration.ofMillis(20).toNanos();

    /** So long a machine may be silent before we have so much as announced a design. */
    private static final long GREETING_NANOS = Duration.ofSeconds(6).toNanos();

    /** After so much silence an operator is told. */
    private static final long SILENCE_TOLD_NANOS = Duration.ofSeconds(10).toNanos();

    /** How long a machine may take to confirm an abort; the host waits a second. */
    private static final long WITHDRAWAL_NANOS = Duration.ofMillis(600).toNanos();

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    private static final int MOST_TRIES = 3;

    private final Line line;
    private final Host host;
    private final News news;
    private final NeedleLinkSettings settings;
    private final Runnable over;
    private final byte[] design;
    private final @Nullable String objection;
    private final Announcement what;
    private final Question question;

    private Phase phase = Phase.GREET;
    private boolean begun;
    private boolean wrote;
    private boolean announced;
    private boolean feedingPaused;
    private boolean askedForPerson;
    private boolean silenceTold;
    private boolean ended;
    private boolean abortWanted;
    private int commandWanted;
    private int commandAsked;
    private int tries;
    private long run;
    private long heardNanos;
    private long movedNanos;
    private long wroteNanos;
    private long withdrawnNanos;
    private long progressNanos;
    private long nextTurnNanos;
    private Answer.@Nullable Welcome welcome;
    private @Nullable ChunkFeed feed;

    NeedleDelivery(DeliveryOrder order, NeedleLinkSettings settings, Line line, Host host, News news, Runnable over) {
        this.settings = settings;
        this.line = line;
        this.host = host;
        this.news = news;
        this.over = over;
        this.design = order.content();
        this.objection = Announcement.objection(order, design);
        this.what = Announcement.of(order, design);
        this.question = new Question(line);
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (objection != null) {
            return end(new Outcome.Rejected(objection));
        }
        line.listen();
        if (!begun) {
            begin(nowNanos);
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

    /** What was heard before we asked anything answers nobody. */
    private void begin(long nowNanos) {
        begun = true;
        heardNanos = nowNanos;
        movedNanos = nowNanos;
        wroteNanos = nowNanos;
    }

    // ---- hearing

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
            return feeding.startedOver() > MOST_TRIES ? withdraw(nowNanos) : null;
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
            return looked(status);
        } else if (answer instanceof Answer.Announced said) {
            return announced(said);
        } else if (answer instanceof Answer.Identity identity) {
            return compared(identity, nowNanos);
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

    private @Nullable Outcome looked(Answer.Status status) {
        switch (phase) {
            case LOOK -> {
                news.beginAt(status.lastEvent());
                run = (status.run() + 1) & 0xFFFF_FFFFL;
                phase = Phase.ANNOUNCE;
            }
            case CATCH_UP -> catchUp(status);
            case WATCH -> watched(status);
            default -> host.log("a status nobody waits for");
        }
        return null;
    }

    private void catchUp(Answer.Status status) {
        if (status.run() == run && status.state() == MachineState.RECEIVING) {
            send(status.held());
        } else if (status.run() == run && status.state() == MachineState.READY) {
            phase = Phase.COMPARE;
        } else {
            phase = Phase.WATCH;
            watched(status);
        }
    }

    private void watched(Answer.Status status) {
        news.hasUpTo(status.lastEvent());
        if (status.run() != run || status.state() == MachineState.DONE || status.state() == MachineState.IDLE) {
            ended = true;
        } else {
            news.count(
                    new Answer.Counter(run, status.stitch(), status.color(), status.needle(), status.state()),
                    heardNanos);
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

    private @Nullable Outcome compared(Answer.Identity identity, long nowNanos) {
        boolean same = identity.holds()
                && identity.run() == run
                && what.is(identity.label(), identity.format(), identity.length(), identity.crc32());
        if (!same) {
            host.report(new MachineEvent.Strange("The machine holds another design than it was sent: "
                    + identity.label() + ", " + identity.length() + " bytes, checksum "
                    + String.format("%08X", identity.crc32()) + ". It was not released to the needle."));
            return withdraw(nowNanos);
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

    // ---- acting

    private @Nullable Outcome act(long nowNanos) {
        if (abortWanted && phase != Phase.WITHDRAW) {
            return withdraw(nowNanos);
        }
        if (phase == Phase.WITHDRAW && nowNanos - withdrawnNanos > WITHDRAWAL_NANOS) {
            return unknown("The delivery was aborted; the machine did not confirm it. Look at the machine.");
        }
        Outcome silent = silence(nowNanos);
        if (silent != null) {
            return silent;
        }
        if (question.isOpen()) {
            question.again(nowNanos, wroteNanos);
            return null;
        }
        switch (phase) {
            case GREET -> ask(Ask::hello, nowNanos);
            case LOOK, CATCH_UP -> ask(Ask::status, nowNanos);
            case ANNOUNCE -> {
                announced = true;
                ask(tag -> Ask.announce(tag, run, what), nowNanos);
            }
            case LEARN, REPORT -> ask(tag -> Ask.aboutRun(Ask.RUN, tag, run), nowNanos);
            case SEND -> keepSending(nowNanos);
            case COMPARE -> ask(Ask::identity, nowNanos);
            case RELEASE -> ask(tag -> Ask.aboutRun(Ask.RELEASE, tag, run), nowNanos);
            case WATCH -> watch(nowNanos);
            case WITHDRAW -> ask(tag -> Ask.aboutRun(Ask.ABORT, tag, run), nowNanos);
        }
        return null;
    }

    private void ask(IntFunction<Frame> frame, long nowNanos) {
        question.ask(frame, nowNanos);
    }

    private void keepSending(long nowNanos) {
        ChunkFeed feeding = feed;
        if (feeding != null) {
            feeding.again(line, nowNanos, wroteNanos - movedNanos > 0 ? wroteNanos : movedNanos);
            feeding.feed(line, question, run);
        }
    }

    private void watch(long nowNanos) {
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
        } else if (nowNanos - heardNanos >= settings.pollNanos()) {
            ask(Ask::status, nowNanos);
        }
    }

    private @Nullable Outcome silence(long nowNanos) {
        long silent = nowNanos - heardNanos;
        if (!announced) {
            return silent < GREETING_NANOS
                    ? null
                    : notAnnounced("The machine does not answer. Is it switched on, and is this its line?");
        }
        if (silent >= SILENCE_TOLD_NANOS && !silenceTold && phase != Phase.WITHDRAW) {
            silenceTold = true;
            news.silent(true);
        }
        return silent < settings.silenceNanos()
                ? null
                : unknown("The machine has not answered for "
                        + Duration.ofNanos(silent).toSeconds() + " s");
    }

    /** Takes the run back, or what can be known of that. */
    private @Nullable Outcome withdraw(long nowNanos) {
        if (!announced) {
            return notAnnounced("The delivery was aborted.");
        }
        line.drop();
        question.forget();
        phase = Phase.WITHDRAW;
        withdrawnNanos = nowNanos;
        return null;
    }

    private Outcome notAnnounced(String detail) {
        return new Outcome.NotStarted(
                wrote ? "only questions left, the design was not announced" : "no byte was handed to the transport",
                detail);
    }

    private Outcome unknown(String detail) {
        return new Outcome.Unknown(accepted(), detail);
    }

    private long accepted() {
        ChunkFeed feeding = feed;
        return feeding == null ? 0 : feeding.acknowledged();
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
        if (!announced) {
            return end(notAnnounced(detail + "."));
        }
        boolean mayRun = phase == Phase.RELEASE || phase == Phase.WATCH || phase == Phase.REPORT;
        return end(unknown(detail
                + (mayRun
                        ? " after the design was released; the machine itself knows what came of run " + run + "."
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
        if (mayRun()) {
            wish(Ask.PAUSE, Answer.Welcome.PAUSES, "pause");
        } else if (!feedingPaused) {
            feedingPaused = true;
            news.paused();
        }
    }

    void resume() {
        if (feedingPaused) {
            feedingPaused = false;
            question.forget();
            news.resumed();
        } else if (mayRun()) {
            wish(Ask.RESUME, Answer.Welcome.RESUMES, "go on for a host");
        }
    }

    void abort() {
        abortWanted = true;
    }

    private boolean mayRun() {
        return phase == Phase.WATCH || phase == Phase.REPORT || phase == Phase.RELEASE;
    }

    private void wish(int command, int feature, String words) {
        Answer.Welcome machine = welcome;
        if (machine != null && machine.can(feature)) {
            commandWanted = command;
        } else {
            host.report(new MachineEvent.Strange("This machine does not " + words + "; do it at its panel."));
        }
    }
}
