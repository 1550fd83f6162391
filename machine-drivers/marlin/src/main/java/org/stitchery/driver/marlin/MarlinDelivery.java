package org.stitchery.driver.marlin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.stitchery.driver.api.Evidence;
import org.stitchery.driver.api.Exchange;
import org.stitchery.driver.api.Host;
import org.stitchery.driver.api.MachineEvent;
import org.stitchery.driver.api.Outcome;
import org.stitchery.driver.api.Transport;

/** One design being streamed. */
final class MarlinDelivery implements Exchange<Outcome> {

    /** While waiting; the host turns earlier when the controller speaks. Taste. */
    private static final long WAITING_NANOS = Duration.ofMillis(20).toNanos();

    /** Progress oftener than this is more than anybody can read. Taste. */
    private static final long REPORT_NANOS = Duration.ofMillis(100).toNanos();

    /** A halt that lasts so long waits for a person, whether the controller says so or not. */
    private static final long HALT_NANOS = Duration.ofSeconds(1).toNanos();

    /** A line that takes nothing does not become better by waiting. */
    private static final long STOP_NANOS = Duration.ofMillis(400).toNanos();

    private final NumberedProgram program;
    private final LineTalk talk;
    private final MarlinSettings settings;
    private final Transport transport;
    private final Host host;
    private final MarlinVoice voice;
    private final @Nullable String objection;
    private final int contentBytes;
    private final Runnable over;
    private boolean begun;
    private boolean countsAnew = true;
    private long begunNanos;
    private long heardNanos;
    private long reportedNanos;
    private int reportedLine;
    private boolean sewing;
    private boolean held;
    private boolean paused;
    private boolean aborted;
    private ByteBuffer urgent = ByteBuffer.allocate(0);
    private @Nullable Outcome stopping;
    private long stoppingNanos;
    private long nextTurnNanos;

    MarlinDelivery(
            NumberedProgram program,
            @Nullable String objection,
            int contentBytes,
            MarlinSettings settings,
            Transport transport,
            Host host,
            MarlinVoice voice,
            Runnable over) {
        this.program = program;
        this.objection = objection;
        this.contentBytes = contentBytes;
        this.settings = settings;
        this.transport = transport;
        this.host = host;
        this.voice = voice;
        this.over = over;
        this.talk = new LineTalk(program, settings, transport);
    }

    @Override
    public @Nullable Outcome turn(long nowNanos) throws IOException {
        if (objection != null) {
            return end(new Outcome.Rejected(objection));
        }
        if (!begun) {
            begun = true;
            begunNanos = nowNanos;
        }
        if (countsAnew) {
            countsAnew = false;
            heardNanos = nowNanos;
            talk.heard(nowNanos);
        }
        nextTurnNanos = nowNanos + WAITING_NANOS;
        for (MarlinAnswer answer : voice.hear()) {
            if (answer.concernsLines()) {
                heardNanos = nowNanos;
                talk.heard(nowNanos);
            }
            Outcome outcome = stopping == null ? take(answer, nowNanos) : null;
            if (outcome != null) {
                conclude(outcome, nowNanos);
            }
        }
        if (aborted && stopping == null) {
            conclude(stopped("The delivery was aborted"), nowNanos);
        }
        if (stopping == null
                && !paused
                && !talk.waitsForPerson()
                && nowNanos - heardNanos >= settings.silence().toNanos()) {
            conclude(stopped("The controller has said nothing of its lines for too long"), nowNanos);
        }
        return stopping == null ? go(nowNanos) : wind(stopping, nowNanos);
    }

    private @Nullable Outcome go(long nowNanos) throws IOException {
        report(nowNanos);
        if (talk.over() && transport.unsent() == 0) {
            return end(new Outcome.Delivered(
                    Evidence.EXECUTED,
                    "All lines are taken and every move is done" + again()
                            + "; the controller knows nothing of needle and thread."));
        }
        if (urgent.hasRemaining() && !talk.withinLine()) {
            transport.write(urgent);
        } else if (!paused && there(nowNanos) && talk.speak(nowNanos)) {
            nextTurnNanos = nowNanos;
        }
        if (talk.waitsForPerson() && !talk.withinLine() && nowNanos - talk.saidNanos() >= HALT_NANOS) {
            hold();
        }
        return null;
    }

    private String again() {
        return talk.repeats() == 0 ? "" : ", " + talk.repeats() + " lines had to be said again";
    }

    /** It has started, or has had time to. */
    private boolean there(long nowNanos) {
        return voice.started() || nowNanos - begunNanos >= settings.greeting().toNanos();
    }

    private @Nullable Outcome take(MarlinAnswer answer, long nowNanos) {
        if (answer instanceof MarlinAnswer.Ok ok) {
            talk.ok(ok);
        } else if (answer instanceof MarlinAnswer.Resend resend) {
            String lost = talk.resend(resend.line(), nowNanos);
            return lost == null ? null : stopped(lost);
        } else if (answer instanceof MarlinAnswer.Fatal fatal) {
            String text = "The controller says: " + fatal.text().replaceAll("[^ -~]", "?");
            return new Outcome.StopMachine(
                    text + ". " + stopped("It may have stopped").detail());
        } else if (answer instanceof MarlinAnswer.Started) {
            return talk.furthest() > 0 ? stopped("The controller restarted") : null;
        } else if (answer instanceof MarlinAnswer.Waits) {
            talk.waits(nowNanos);
        } else if (answer instanceof MarlinAnswer.Position) {
            talk.position();
        } else if (answer instanceof MarlinAnswer.UnknownCommand unknown) {
            return unknown(unknown.text());
        } else if (answer instanceof MarlinAnswer.Busy busy && busy.person()) {
            hold();
        } else if (answer instanceof MarlinAnswer.Action action && action.text().startsWith("paused")) {
            hold();
        }
        return null;
    }

    private @Nullable Outcome unknown(String text) {
        boolean concerns = talk.furthest() > 0 && !program.words(talk.current()).startsWith("M211");
        if (!concerns) {
            // Without end stops in software there is nothing to switch off.
            return null;
        }
        String what = "The controller does not know line " + talk.current() + ": " + text.replaceAll("[^ -~]", "?");
        return program.moves(talk.furthest())
                ? stopped(what)
                : new Outcome.Rejected(what + ". Nothing of the design has moved.");
    }

    private void hold() {
        if (!held && talk.furthest() > 0) {
            held = true;
            String wants = program.halts(talk.current())
                            && program.words(talk.current()).contains("T")
                    ? "Put in the next thread (" + program.words(talk.current())
                            + "), then go on at the machine, or resume."
                    : "The machine waits for somebody. See to it, then go on at the machine, or resume.";
            host.report(new MachineEvent.HeldByMachine(wants));
            host.report(new MachineEvent.NeedsPerson(wants));
        }
    }

    private void report(long nowNanos) {
        int line = talk.current() - 1;
        if (line <= reportedLine) {
            return;
        }
        if (held) {
            held = false;
            host.report(new MachineEvent.Released());
        }
        if (!sewing && program.moves(line)) {
            sewing = true;
            host.report(new MachineEvent.Sewing());
        }
        if (reportedLine == 0 || nowNanos - reportedNanos >= REPORT_NANOS || talk.over()) {
            reportedNanos = nowNanos;
            reportedLine = line;
            host.report(new MachineEvent.Progressed(
                    talk.over() ? Evidence.EXECUTED : Evidence.ACKNOWLEDGED, program.contentBytes(line)));
        }
    }

    private Outcome stopped(String why) {
        if (talk.furthest() == 0) {
            return new Outcome.NotStarted(
                    "no line of the design was handed over", why + "; nothing of the design has moved.");
        }
        int handed = Math.min(contentBytes, program.contentBytes(talk.furthest()));
        return new Outcome.Unknown(
                Math.min(handed, talk.accepted()),
                why + ". " + (talk.current() - 1) + " of " + program.lines()
                        + " lines were taken; the last of them may not have been sewn. Look at the garment, and set the"
                        + " machine to its zero again.");
    }

    /** Ends, after stopping what may still move. */
    private void conclude(Outcome outcome, long nowNanos) {
        stopping = outcome;
        stoppingNanos = nowNanos;
        boolean unclear = outcome instanceof Outcome.Unknown && program.moves(talk.furthest());
        // Half a line is ended first; without its checksum it is nothing to the controller.
        String stop = unclear ? (talk.withinLine() ? "\n" : "") + "M108\nM410\n" : "";
        urgent = ByteBuffer.wrap(stop.getBytes(StandardCharsets.US_ASCII));
    }

    private @Nullable Outcome wind(Outcome outcome, long nowNanos) throws IOException {
        if (urgent.hasRemaining()) {
            transport.write(urgent);
        }
        return !urgent.hasRemaining() || nowNanos - stoppingNanos >= STOP_NANOS ? end(outcome) : null;
    }

    @Override
    public long nextTurnNanos() {
        return nextTurnNanos;
    }

    @Override
    public Outcome ended(Ending why) {
        if (stopping != null) {
            return end(stopping);
        }
        return end(
                switch (why) {
                    case DEADLINE -> stopped("The controller took too long");
                    case LINK_LOST -> stopped("The line was lost");
                    case TAKEN_AWAY -> stopped("The port was taken away");
                });
    }

    private Outcome end(Outcome outcome) {
        if (held) {
            held = false;
            host.report(new MachineEvent.Released());
        }
        over.run();
        return outcome;
    }

    void pause() {
        if (!paused) {
            paused = true;
            host.report(new MachineEvent.Paused());
        }
    }

    /** Ends a pause; or tells a controller that waits for somebody that somebody was there. */
    void resume() {
        if (paused) {
            paused = false;
            countsAnew = true;
            host.report(new MachineEvent.Resumed());
        } else if (held) {
            urgent = ByteBuffer.wrap("M108\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    void abort() {
        aborted = true;
    }
}
